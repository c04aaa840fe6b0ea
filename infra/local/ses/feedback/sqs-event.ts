import { createHash } from 'node:crypto';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { Waiting } from './event-queue.ts';

/** What Lambda makes of messages of a queue: SNS put them there raw, so a body is the event itself. */
export const sqsEventOf = (batch: readonly Waiting[]): SQSEvent => ({ Records: batch.map(recordOf) });

const recordOf = ({ messageId, body, region, sentAt, receives, firstReceivedAt }: Waiting): SQSRecord => ({
  messageId,
  receiptHandle: `${messageId}#${receives}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(receives),
    SentTimestamp: String(sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(firstReceivedAt ?? sentAt),
  },
  messageAttributes: {},
  md5OfBody: createHash('md5').update(body).digest('hex'),
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${region}:000000000000:mail-feedback`,
  awsRegion: region,
});
