/** The door for anyone: it may put a case, and cannot read one. */
import { api } from './api.ts';
import { door } from './doors.ts';
import { routerSecrets } from './secret.ts';
import { site } from './site.ts';
import { itemsOf, table } from './table.ts';

/** A put may be asked to return what it overwrote. Not here. */
const withoutReturn = (right: ReturnType<typeof itemsOf>) => ({
  ...right,
  conditions: [
    ...right.conditions,
    { test: 'StringEqualsIfExists', variable: 'dynamodb:ReturnValues', values: ['NONE'] },
  ],
});

export const intake = door('Intake', {
  handler: 'functions/intake.handler',
  description: 'Takes a request of an importer',
  timeout: '10 seconds',
  // Memory buys processor: a cold start is mostly reading code.
  memory: '1024 MB',
  environment: { TABLE_NAME: table.name, SITE_URL: site.url, ROUTER_SECRET: routerSecrets },
  permissions: [withoutReturn(itemsOf(['dynamodb:PutItem'], ['CASE#*']))],
});

api.route('POST /api/requests/{type}', intake.arn);
api.route('GET /api/requests/sent/{reference}', intake.arn);
// What no door knows gets this door's own "not found".
api.route('ANY /api/{proxy+}', intake.arn);
