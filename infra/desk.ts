/** The door of signed-in members: reads, lists and moves cases. */
import { broker } from '../broker.config.ts';
import { api } from './api.ts';
import { door } from './doors.ts';
import { routerSecrets } from './secret.ts';
import { site } from './site.ts';
import { indexes, itemsOf, table } from './table.ts';
import { traceKey } from './trace-key.ts';

/** What the identity provider gave the desk to show who it is; only where members sign in with one. */
const clientSecret: Record<string, $util.Input<string>> = broker.signIn.with === 'oidc'
  ? { OIDC_CLIENT_SECRET: new sst.Secret('OidcClientSecret').value }
  : {};

export const desk = door('Desk', {
  handler: 'functions/desk.handler',
  description: 'The desk of the broker team',
  timeout: '10 seconds',
  memory: '1024 MB',
  environment: {
    TABLE_NAME: table.name,
    SITE_URL: site.url,
    ROUTER_SECRET: routerSecrets,
    TRACE_KEY: traceKey,
    ...clientSecret,
  },
  permissions: [
    // No update and no delete: what was, stays on record. A session that ends is written as ended.
    itemsOf(
      ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
      ['CASE#*', 'ASK#*', 'LINK#*', 'SESSION#*', 'MEMBER#*', 'TRIP#*', 'DAY#*'],
    ),
    // How the desk itself is: what is owed, the hours that were checked, the canary, and mailboxes, one of which a member can say
    // is well again.
    itemsOf(['dynamodb:GetItem', 'dynamodb:PutItem'], ['MAILBOX#*']),
    itemsOf(['dynamodb:GetItem'], ['CANARY#*']),
    itemsOf(['dynamodb:Query'], ['HOURS#*']),
    // The audit trail: what is put there stays, and is read in order.
    itemsOf(['dynamodb:PutItem', 'dynamodb:Query'], ['TRAIL#*', 'CASETRAIL#*', 'TRAILS#*']),
    {
      actions: ['dynamodb:Query'],
      // The system page shows what is owed, given up and stuck.
      resources: indexes(['queue', 'assignee', 'importer', 'company', 'contact-mailbox', 'new-mailbox', 'day', 'owed']),
    },
  ],
});

api.route('ANY /api/desk/{proxy+}', desk.arn);
