/** The door for anyone: it may put a case, and cannot read one. */
import { api } from './api.ts';
import { door } from './doors.ts';
import { routerSecret } from './secret.ts';
import { site } from './site.ts';
import { table } from './table.ts';

export const intake = door('Intake', {
  handler: 'functions/intake.handler',
  description: 'Takes a request of an importer',
  timeout: '10 seconds',
  // Memory buys processor: a cold start is mostly reading code.
  memory: '1024 MB',
  environment: { TABLE_NAME: table.name, SITE_URL: site.url, ROUTER_SECRET: routerSecret },
  permissions: [
    {
      actions: ['dynamodb:PutItem'],
      resources: [table.arn],
      conditions: [
        { test: 'ForAllValues:StringLike', variable: 'dynamodb:LeadingKeys', values: ['CASE#*'] },
        // ForAllValues is also true of nothing: a request without a key must not pass.
        { test: 'Null', variable: 'dynamodb:LeadingKeys', values: ['false'] },
        // A put may be asked to return what it overwrote. Not here.
        { test: 'StringEqualsIfExists', variable: 'dynamodb:ReturnValues', values: ['NONE'] },
      ],
    },
  ],
});

api.route('POST /api/requests/{type}', intake.arn);
api.route('GET /api/requests/sent/{reference}', intake.arn);
// What no door knows gets this door's own "not found".
api.route('ANY /api/{proxy+}', intake.arn);
