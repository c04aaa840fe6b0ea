import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { broker } from '../../broker.config.ts';
import type { Stack } from './stack.ts';

const metric = z.object({ metricName: z.string(), cloudwatchMetricsEnabled: z.boolean() });
const visible = z.object({
  visibilityConfig: metric,
  rules: z.array(z.object({ name: z.string(), visibilityConfig: metric })),
});

const namespace = 'importer-desk/production';

const httpDoors = ['Intake', 'Importer', 'Desk'] as const;

/** Every event that wakes somebody, and the door that tells it. */
const events = [
  ['letter-failed', 'PayOwed'],
  ['letter-parked', 'PayOwed'],
  ['pay-failed', 'PayOwed'],
  ...httpDoors.flatMap((door) => [['unexpected', door] as const, ['store-unavailable', door] as const]),
] as const;

/** An event of several doors is counted for each of them. */
const metricOf = (event: string, door: string): string => (door === 'PayOwed' ? event : `${door}-${event}`);

/** An alarm on how often its event was told: so many in so many seconds, so many times in a row. */
const onEvents = [
  ['LettersFailingAlarm', 'letter-failed', 5, 300, 2],
  ['LettersKeepFailingAlarm', 'letter-failed', 3, 3600, 2],
  ['LetterParkedAlarm', 'letter-parked', 1, 300, 1],
  ['PayFailedAlarm', 'pay-failed', 1, 300, 1],
  ...httpDoors.flatMap((door) => [
    [`${door}UnexpectedAlarm`, `${door}-unexpected`, 1, 300, 1] as const,
    [`${door}StoreUnavailableAlarm`, `${door}-store-unavailable`, 3, 300, 1] as const,
  ]),
] as const;

const onErrors = [
  ['StreamDeadAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
  ['TimerDeadAlarm', 'AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
  ...[...httpDoors, 'PayOwed'].map((door) => [`${door}ErrorAlarm`, 'AWS/Lambda', 'Errors'] as const),
] as const;

/** What is turned away before a door: said by the firewall, and by the throttle of the API. */
const onRefusals = ['RequestsRefusedAlarm', 'ThrottledAlarm'];

export function alarms(stack: Stack) {
  const inputsOf = (name: string) => stack.one('cloudwatch/metricAlarm:MetricAlarm', name).inputs;

  describe('alarms', () => {
    it('reach the first mailbox of the team', () => {
      expect(stack.one('sns/topicSubscription:TopicSubscription').inputs).toMatchObject({
        protocol: 'email',
        endpoint: broker.teamMailboxes[0],
      });
      for (const { inputs } of stack.all('cloudwatch/metricAlarm:MetricAlarm')) {
        expect(inputs['alarmActions']).toEqual(['arn:aws:sns:us-east-1:000000000000:Team']);
      }
    });

    it.each(onErrors)('%s comes with the first one', (name, of, metricName) => {
      expect(inputsOf(name)).toMatchObject({
        namespace: of,
        metricName,
        threshold: 0,
        comparisonOperator: 'GreaterThanThreshold',
        treatMissingData: 'notBreaching',
      });
    });

    it.each(events)('count %s in the own log of %s', (event, door) => {
      expect(stack.one('cloudwatch/logMetricFilter:LogMetricFilter', metricOf(event, door)).inputs).toMatchObject({
        logGroupName: stack.one('cloudwatch/logGroup:LogGroup', `${door}Log`).inputs['name'],
        pattern: `{ $.event = "${event}" }`,
        metricTransformation: { namespace, name: metricOf(event, door), value: '1' },
      });
    });

    it.each(onEvents)('%s comes when %s was told %i times in %i seconds', (name, event, threshold, period, times) => {
      expect(inputsOf(name)).toMatchObject({
        namespace,
        metricName: event,
        statistic: 'Sum',
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        threshold,
        period,
        evaluationPeriods: times,
        treatMissingData: 'notBreaching',
      });
    });

    it('come when the firewall turns away real requests: posts to /api/requests/, too many or too long', () => {
      const { inputs } = stack.one('wafv2/webAcl:WebAcl');
      const { metricName } = visible.parse(inputs).visibilityConfig;
      expect(metricName).toBe('importer-desk-production');
      expect(inputsOf('RequestsRefusedAlarm')).toMatchObject({
        namespace: 'AWS/WAFV2',
        metricName: 'CountedRequests',
        dimensions: { WebACL: metricName, Rule: 'RequestRefused' },
        statistic: 'Sum',
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        threshold: 10,
        period: 300,
        treatMissingData: 'notBreaching',
      });
      const rule = visible.parse(inputs).rules.find(({ name }) => name === 'RequestRefused');
      expect(rule?.visibilityConfig).toMatchObject({ metricName: 'RequestRefused', cloudwatchMetricsEnabled: true });
    });

    it('come when the throttle of the API turns anybody away, which it does without a word', () => {
      const filter = stack.one('cloudwatch/logMetricFilter:LogMetricFilter', 'throttled').inputs;
      expect(filter).toMatchObject({
        pattern: '{ $.status = "429" }',
        metricTransformation: { namespace, name: 'throttled' },
      });
      expect(filter['logGroupName']).toBe(stack.one('cloudwatch/logGroup:LogGroup', 'ApiAccessLog').inputs['name']);
      expect(JSON.stringify(stack.one('apigatewayv2/stage:Stage').inputs)).toContain(
        '\\"status\\":\\"$context.status\\"',
      );
      expect(inputsOf('ThrottledAlarm')).toMatchObject({
        namespace,
        metricName: 'throttled',
        threshold: 1,
        period: 300,
      });
    });

    it('are these and no more, and each is explained to whom it wakes', () => {
      const names = stack.all('cloudwatch/metricAlarm:MetricAlarm').map(({ name }) => name);
      expect(names.sort()).toEqual([...[...onErrors, ...onEvents].map(([name]) => name), ...onRefusals].sort());
      const manual = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
      for (const name of names) expect(manual).toContain(`| \`${name}\` |`);
    });

    it.each(events)('%s is still what the code tells', (event, door) => {
      const teller = door === 'PayOwed' ? 'functions/casework/pay-owed.ts' : 'functions/http/edge.ts';
      expect(readFileSync(new URL(`../../${teller}`, import.meta.url), 'utf8')).toContain(`'${event}'`);
    });
  });
}
