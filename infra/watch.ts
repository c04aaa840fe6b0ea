/**
 * The door that watches the desk from outside, as anybody would: every 15 minutes a made-up request goes the whole way, every hour
 * what the public door accepted is compared with what is stored.
 */
import { broker } from '../broker.config.ts';
import { canaryKey } from './canary-key.ts';
import { deadLetters } from './dead-letters.ts';
import { door } from './doors.ts';
import { intake } from './intake.ts';
import { site } from './site.ts';
import { account } from './stage.ts';
import { indexes, itemsOf, table } from './table.ts';

export const watchDead = deadLetters('WatchDead');

const intakeLog = intake.nodes.function.loggingConfig.logGroup;

export const watch = door('Watch', {
  handler: 'functions/watch.handler',
  description: 'Posts the canary, and compares what was accepted with what is stored',
  // Looking through the log of a busy hour takes its time; the story ends by itself a minute before.
  timeout: '5 minutes',
  memory: '1024 MB',
  retries: 1,
  onFailure: watchDead.arn,
  environment: {
    TABLE_NAME: table.name,
    SITE_URL: site.url,
    CANARY_KEY: canaryKey,
    // SES's own mailbox for tries: it takes every mail and says so, and it counts in no rate of bounces.
    CANARY_MAILBOX: 'success+canary@simulator.amazonses.com',
    INTAKE_LOG: intakeLog,
  },
  permissions: [
    {
      actions: ['logs:FilterLogEvents'],
      resources: [$interpolate`arn:aws:logs:${broker.region}:${account}:log-group:${intakeLog}:*`],
    },
    // It asks whether a case is there, and puts none: the canary comes in by the public door.
    itemsOf(['dynamodb:Query'], ['CASE#*']),
    itemsOf(['dynamodb:GetItem', 'dynamodb:PutItem'], ['CANARY#*']),
    itemsOf(['dynamodb:Query', 'dynamodb:PutItem'], ['HOURS#*']),
    { actions: ['dynamodb:Query'], resources: indexes(['day']) },
    { actions: ['sqs:SendMessage'], resources: [watchDead.arn] },
  ],
});

const timer = (name: string, schedule: `rate(${string})` | `cron(${string})`, every: 'quarter' | 'hour') =>
  new sst.aws.CronV2(name, {
    schedule,
    function: watch.arn,
    event: { source: 'timer', every },
    retries: 2,
    dlq: watchDead.arn,
  });

timer('QuarterTimer', 'rate(15 minutes)', 'quarter');
// Some minutes past, so that the hour's last lines are in the log.
timer('HourTimer', 'cron(7 * * * ? *)', 'hour');
