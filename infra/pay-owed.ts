/** The door that sends letters. The table's stream wakes it within a second of a debt; the timer comes for what is still owed. */
import { broker } from '../broker.config.ts';
import { canaryKey } from './canary-key.ts';
import { deadLetters } from './dead-letters.ts';
import { door } from './doors.ts';
import { email } from './email.ts';
import { site } from './site.ts';
import { account, production } from './stage.ts';
import { traceKey } from './trace-key.ts';
import { indexes, itemsOf, table } from './table.ts';

export const streamDead = deadLetters('StreamDead');
export const timerDead = deadLetters('TimerDead');

const stream = table.nodes.table.streamArn;

// While an account is in SES's sandbox, SES asks for the right on the receiver's identity too. Production has left the sandbox.
const sandbox = production ? [] : [$interpolate`arn:aws:ses:${broker.region}:${account}:identity/*`];

export const payOwed = door('PayOwed', {
  handler: 'functions/pay-owed.handler',
  description: 'Sends the letters that cases owe',
  timeout: '60 seconds',
  memory: '1024 MB',
  // The timer calls again in a minute anyway.
  retries: 1,
  onFailure: timerDead.arn,
  environment: {
    TABLE_NAME: table.name,
    SITE_URL: site.url,
    MAIL_CONFIGURATION_SET: email.configSet,
    TRACE_KEY: traceKey,
    CANARY_KEY: canaryKey,
  },
  permissions: [
    // Every move is one conditional put of the whole item: no update, no delete, no transaction. Who asked for a link gets one
    // here (ASK, LINK); the figures of a day are counted here (DAY), and letters to an address (BUDGET). Sessions and passkeys are none of its business.
    itemsOf(['dynamodb:GetItem', 'dynamodb:PutItem'], ['CASE#*', 'ASK#*', 'LINK#*', 'DAY#*', 'BUDGET#*']),
    itemsOf(['dynamodb:Query'], ['CASE#*', 'DAY#*']),
    // Whether a mailbox is known to be dead, before a letter goes there. Who says so is mail feedback, or a member.
    itemsOf(['dynamodb:GetItem'], ['MAILBOX#*']),
    // The heads of the audit trail go to the log: it reads the chains, and keeps how far it came.
    itemsOf(['dynamodb:Query'], ['TRAIL#*', 'CASETRAIL#*', 'TRAILS#*']),
    itemsOf(['dynamodb:GetItem', 'dynamodb:PutItem'], ['HEADS#*']),
    { actions: ['dynamodb:Query'], resources: indexes(['owed', 'importer', 'contact-mailbox', 'new-mailbox', 'day']) },
    {
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [stream],
    },
    {
      actions: ['ses:SendRawEmail'],
      // SES asks for the right on the configuration set as well: on the identity alone, every letter is denied.
      resources: [email.nodes.identity.arn, email.nodes.configurationSet.arn, ...sandbox],
      conditions: [{ test: 'StringEquals', variable: 'ses:FromAddress', values: [broker.mailFrom] }],
    },
    // Lambda puts down what it gives up with this role's rights.
    { actions: ['sqs:SendMessage'], resources: [streamDead.arn, timerDead.arn] },
  ],
});

table.subscribe('PayOwed', payOwed.arn, {
  // Only an item that owes something wakes the door: a letter (OWED#), or a link that was asked for (ASKS). Cases that will go one
  // day (ENDS#) wait in the same index for the timer.
  filters: [{ dynamodb: { NewImage: { owed: { S: [{ prefix: 'OWED#' }, { prefix: 'ASKS' }] } } } }],
  transform: {
    eventSourceMapping: {
      batchSize: 10,
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 3,
      maximumRecordAgeInSeconds: 3600,
      destinationConfig: { onFailure: { destinationArn: streamDead.arn } },
    },
  },
});
