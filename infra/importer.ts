/** The door for who holds a mailed link: that case's public side. Anyone may ask here for such a link. */
import { api } from './api.ts';
import { door } from './doors.ts';
import { routerSecrets } from './secret.ts';
import { site } from './site.ts';
import { itemsOf, table } from './table.ts';

export const importer = door('Importer', {
  handler: 'functions/importer.handler',
  description: 'Confirms mailboxes, shows a case to its importer, takes answers',
  timeout: '10 seconds',
  memory: '1024 MB',
  environment: { TABLE_NAME: table.name, SITE_URL: site.url, ROUTER_SECRET: routerSecrets },
  permissions: [
    // A case by its reference, and only from the table itself: no index, so no list.
    itemsOf(['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem'], ['CASE#*']),
    itemsOf(['dynamodb:PutItem'], ['ASK#*']),
    // Who opened a case by a mailed link stands in that case's audit chain, never in a member's.
    itemsOf(['dynamodb:PutItem', 'dynamodb:Query'], ['CASETRAIL#*']),
    itemsOf(['dynamodb:PutItem'], ['TRAILS#case#*']),
  ],
});

api.route('ANY /api/importer/{proxy+}', importer.arn);
