/**
 * What SES tells of a mail after it took it: it speaks to a topic, the topic fills a queue. A queue, so that a table that is down for
 * an hour loses no event: each is tried for two hours, and what was given up waits for a person.
 */
import { deadLetters } from './dead-letters.ts';
import { email } from './email.ts';
import { account } from './stage.ts';

/** What was tried twenty times, and what the topic could not put into the queue. */
export const feedbackDead = deadLetters('FeedbackDead');

export const feedback = new sst.aws.Queue('Feedback', {
  // AWS's advice is six times the door's minute, so that nobody else takes what is being worked on.
  visibilityTimeout: '6 minutes',
  dlq: { queue: feedbackDead.arn, retry: 20 },
  transform: { queue: { messageRetentionSeconds: 14 * 24 * 60 * 60, sqsManagedSseEnabled: true } },
});

// No key of KMS: SES cannot use AWS's own one, and a topic keeps nothing but what it has not yet handed on, on encrypted disks.
const topic = new aws.sns.Topic('Feedback');

const set = email.nodes.configurationSet;

const spokenTo = new aws.sns.TopicPolicy('FeedbackFromSes', {
  arn: topic.arn,
  policy: aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ['sns:Publish'],
        resources: [topic.arn],
        principals: [{ type: 'Service', identifiers: ['ses.amazonaws.com'] }],
        conditions: [
          { test: 'StringEquals', variable: 'aws:SourceAccount', values: [account] },
          { test: 'StringEquals', variable: 'aws:SourceArn', values: [set.arn] },
        ],
      },
    ],
  }).json,
});

const filled = [feedback, feedbackDead].map(
  ({ nodes: { queue } }, nth) =>
    new aws.sqs.QueuePolicy(nth === 0 ? 'FeedbackFromTopic' : 'FeedbackDeadFromTopic', {
      queueUrl: queue.url,
      policy: aws.iam.getPolicyDocumentOutput({
        statements: [
          {
            actions: ['sqs:SendMessage'],
            resources: [queue.arn],
            principals: [{ type: 'Service', identifiers: ['sns.amazonaws.com'] }],
            conditions: [{ test: 'ArnEquals', variable: 'aws:SourceArn', values: [topic.arn] }],
          },
        ],
      }).json,
    }),
);

const handedOn = new aws.sns.TopicSubscription(
  'FeedbackToQueue',
  {
    topic: topic.arn,
    protocol: 'sqs',
    endpoint: feedback.arn,
    // As SES said it, without the topic's envelope.
    rawMessageDelivery: true,
    redrivePolicy: $jsonStringify({ deadLetterTargetArn: feedbackDead.arn }),
  },
  { dependsOn: filled },
);

// Last, so that the first event already finds its way.
new aws.sesv2.ConfigurationSetEventDestination(
  'FeedbackEvents',
  {
    configurationSetName: set.configurationSetName,
    eventDestinationName: 'feedback',
    eventDestination: {
      enabled: true,
      matchingEventTypes: ['SEND', 'DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
      snsDestination: { topicArn: topic.arn },
    },
  },
  { dependsOn: [spokenTo, handedOn] },
);
