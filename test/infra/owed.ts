import { describe, expect, it } from 'vitest';
import type { Stack } from './stack.ts';

export function owed(stack: Stack) {
  const arnOf = (queue: string) =>
    `arn:aws:sqs:us-east-1:000000000000:${String(stack.one('sqs/queue:Queue', queue).inputs['name'])}`;

  describe('letters owed', () => {
    it('wake their door by the stream, only while an item owes', () => {
      const { inputs } = stack.one('lambda/eventSourceMapping:EventSourceMapping', 'TableSubscriberPayOwed');
      expect(inputs).toMatchObject({
        eventSourceArn: `arn:aws:dynamodb:us-east-1:000000000000:table/${String(stack.one('dynamodb/table:Table').inputs['name'])}/stream/1`,
        filterCriteria: {
          filters: [{ pattern: '{"dynamodb":{"NewImage":{"owed":{"S":[{"prefix":"OWED#"},{"prefix":"ASKS"}]}}}}' }],
        },
      });
    });

    it('fail one by one, are tried a bounded number of times, and end where a person sees them', () => {
      expect(stack.one('lambda/eventSourceMapping:EventSourceMapping', 'TableSubscriberPayOwed').inputs).toMatchObject({
        batchSize: 10,
        functionResponseTypes: ['ReportBatchItemFailures'],
        bisectBatchOnFunctionError: true,
        maximumRetryAttempts: 3,
        maximumRecordAgeInSeconds: 3600,
        destinationConfig: { onFailure: { destinationArn: arnOf('StreamDead') } },
      });
    });

    it('are asked for every minute, with retries and an end for calls that never arrive', () => {
      expect(stack.one('scheduler/schedule:Schedule', 'Timer').inputs).toMatchObject({
        scheduleExpression: 'rate(1 minute)',
        state: 'ENABLED',
        target: {
          input: '{"source":"timer"}',
          retryPolicy: { maximumRetryAttempts: 2 },
          deadLetterConfig: { arn: arnOf('TimerDead') },
        },
      });
    });

    it('have an end for calls that arrive and fail', () => {
      expect(stack.one('lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'PayOwed').inputs).toMatchObject({
        maximumRetryAttempts: 1,
        maximumEventAgeInSeconds: 300,
        destinationConfig: { onFailure: { destination: arnOf('TimerDead') } },
      });
    });

    it('keep what failed for two weeks, encrypted', () => {
      for (const { inputs } of stack.all('sqs/queue:Queue')) {
        expect(inputs).toMatchObject({ messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true });
      }
    });
  });
}
