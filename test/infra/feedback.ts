import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parsePolicy, type Stack } from './stack.ts';

const Allowed = z.array(
  z.object({
    Effect: z.literal('Allow'),
    Action: z.array(z.string()),
    Resource: z.array(z.string()),
    Principal: z.array(z.object({ type: z.string(), identifiers: z.array(z.string()) })),
    Condition: z.array(z.object({ test: z.string(), variable: z.string(), values: z.array(z.string()) })),
  }),
);

export function feedback(stack: Stack) {
  const queue = (name: string) => String(stack.one('sqs/queue:Queue', name).inputs['name']);
  const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${queue(name)}`;
  const topicArn = 'arn:aws:sns:us-east-1:000000000000:Feedback';
  const set = String(stack.one('sesv2/configurationSet:ConfigurationSet').inputs['configurationSetName']);
  /** One line for each right that a policy gives away. */
  const given = (type: string, name: string) =>
    Allowed.parse(parsePolicy(stack.one(type, name).inputs['policy'])).map(
      ({ Action, Resource, Principal, Condition }) => ({
        may: `${String(Action)} on ${String(Resource)}`,
        who: Principal.map(({ type: kind, identifiers }) => `${kind} ${String(identifiers)}`).join(),
        when: Condition.map(({ test, variable, values }) => `${test} ${variable} ${String(values)}`),
      }),
    );

  describe('what SES tells of a mail', () => {
    it('is everything that can become of it, and is told to the topic of our configuration set', () => {
      expect(stack.one('sesv2/configurationSetEventDestination:ConfigurationSetEventDestination').inputs).toMatchObject(
        {
          configurationSetName: set,
          eventDestination: {
            enabled: true,
            matchingEventTypes: ['SEND', 'DELIVERY', 'DELIVERY_DELAY', 'BOUNCE', 'COMPLAINT', 'REJECT'],
            snsDestination: { topicArn },
          },
        },
      );
    });

    it('is said to the topic by SES alone, of this account, for this configuration set', () => {
      expect(given('sns/topicPolicy:TopicPolicy', 'FeedbackFromSes')).toEqual([
        {
          may: `sns:Publish on ${topicArn}`,
          who: 'Service ses.amazonaws.com',
          when: [
            'StringEquals aws:SourceAccount 000000000000',
            `StringEquals aws:SourceArn arn:aws:ses:us-east-1:000000000000:configuration-set/${set}`,
          ],
        },
      ]);
      expect(stack.all('sns/topicPolicy:TopicPolicy')).toHaveLength(1);
    });

    it.each([
      ['FeedbackFromTopic', 'FeedbackQueue'],
      ['FeedbackDeadFromTopic', 'FeedbackDeadQueue'],
    ])('is put by that topic alone (%s)', (policy, into) => {
      expect(given('sqs/queuePolicy:QueuePolicy', policy)).toEqual([
        {
          may: `sqs:SendMessage on ${queueArn(into)}`,
          who: 'Service sns.amazonaws.com',
          when: [`ArnEquals aws:SourceArn ${topicArn}`],
        },
      ]);
      expect(stack.one('sqs/queuePolicy:QueuePolicy', policy).inputs['queueUrl']).toContain(queue(into));
      expect(stack.all('sqs/queuePolicy:QueuePolicy')).toHaveLength(2);
    });

    it('comes into the queue as SES said it; what the topic cannot put there waits with the dead letters', () => {
      const { inputs } = stack.one('sns/topicSubscription:TopicSubscription', 'FeedbackToQueue');
      expect(inputs).toMatchObject({
        topic: topicArn,
        protocol: 'sqs',
        endpoint: queueArn('FeedbackQueue'),
        rawMessageDelivery: true,
      });
      expect(JSON.parse(String(inputs['redrivePolicy']))).toEqual({
        deadLetterTargetArn: queueArn('FeedbackDeadQueue'),
      });
    });

    it('is tried twenty times, six door-minutes apart, by few doors at once; each event fails alone', () => {
      const { inputs } = stack.one('sqs/queue:Queue', 'FeedbackQueue');
      const timeout = Number(stack.one('lambda/function:Function', 'MailFeedback').inputs['timeout']);
      expect(inputs).toMatchObject({ messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true });
      expect(inputs['visibilityTimeoutSeconds']).toBeGreaterThanOrEqual(6 * timeout);
      expect(JSON.parse(String(inputs['redrivePolicy']))).toEqual({
        deadLetterTargetArn: queueArn('FeedbackDeadQueue'),
        maxReceiveCount: 20,
      });
      const mapping = stack.one('lambda/eventSourceMapping:EventSourceMapping', 'Feedback').inputs;
      expect(mapping['functionName']).toMatch(/:function:importer-desk-production-MailFeedbackFunction-\w+$/);
      expect(mapping).toMatchObject({
        eventSourceArn: queueArn('FeedbackQueue'),
        batchSize: 10,
        functionResponseTypes: ['ReportBatchItemFailures'],
        scalingConfig: { maximumConcurrency: 5 },
      });
    });

    it('keeps SES itself from those who complained alone: what bounced the desk stops, and a member lets it go again', () => {
      expect(stack.one('sesv2/configurationSet:ConfigurationSet').inputs).toMatchObject({
        suppressionOptions: { suppressedReasons: ['COMPLAINT'] },
      });
    });
  });
}
