/** The door that hears what became of mails: it notes it on the letter, on the mailbox, and on the canary. */
import { door } from './doors.ts';
import { feedback } from './feedback-queue.ts';
import { itemsOf, table } from './table.ts';

export const mailFeedback = door('MailFeedback', {
  handler: 'functions/mail-feedback.handler',
  description: 'Notes what became of the letters',
  timeout: '60 seconds',
  memory: '1024 MB',
  environment: { TABLE_NAME: table.name },
  permissions: [
    // Each mail says of which letter it is: no index, no list.
    itemsOf(['dynamodb:GetItem', 'dynamodb:PutItem'], ['CASE#*', 'MAILBOX#*', 'CANARY#*']),
    { actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], resources: [feedback.arn] },
  ],
});

feedback.subscribe(mailFeedback.arn, {
  // Each event that failed is reported alone, and comes again alone.
  batch: { size: 10, partialResponses: true },
  // A flood of bounces must not take the doors that people wait at.
  transform: { eventSourceMapping: { scalingConfig: { maximumConcurrency: 5 } } },
});
