import { describe, expect, it } from 'vitest';
import type { Stack } from './stack.ts';

export function watch(stack: Stack) {
  const dead = `arn:aws:sqs:us-east-1:000000000000:${String(stack.one('sqs/queue:Queue', 'WatchDead').inputs['name'])}`;

  describe('the watch', () => {
    it.each([
      ['QuarterTimer', 'rate(15 minutes)', 'quarter'],
      ['HourTimer', 'cron(7 * * * ? *)', 'hour'],
    ])('is called by %s, %s, with retries and an end for calls that never arrive', (name, schedule, every) => {
      const { inputs } = stack.one('scheduler/schedule:Schedule', name);
      expect(JSON.stringify(inputs['target'])).toMatch(/:function:importer-desk-production-WatchFunction-\w+"/);
      expect(inputs).toMatchObject({
        scheduleExpression: schedule,
        state: 'ENABLED',
        target: {
          input: JSON.stringify({ source: 'timer', every }),
          retryPolicy: { maximumRetryAttempts: 2 },
          deadLetterConfig: { arn: dead },
        },
      });
    });

    it('has an end for calls that arrive and fail', () => {
      expect(stack.one('lambda/functionEventInvokeConfig:FunctionEventInvokeConfig', 'Watch').inputs).toMatchObject({
        maximumRetryAttempts: 1,
        destinationConfig: { onFailure: { destination: dead } },
      });
    });

    it("reads the public door's log, and writes to SES's own mailbox for tries", () => {
      expect(stack.environment('Watch')).toMatchObject({
        INTAKE_LOG: stack.one('cloudwatch/logGroup:LogGroup', 'IntakeLog').inputs['name'],
        CANARY_MAILBOX: 'success+canary@simulator.amazonses.com',
      });
    });
  });
}
