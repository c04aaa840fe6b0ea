/** How every alarm is made: its severity, its name as docs/deploy.md explains it, and what it waits for. */
import { topics, type Severity } from './alarm-topics.ts';
import type { Metric } from './metric.ts';

export type Watched = Omit<
  Partial<aws.cloudwatch.MetricAlarmArgs>,
  'name' | 'alarmActions' | 'okActions' | 'alarmDescription'
>;
type What = Watched & { alarmDescription: string };

type Topic = { readonly arn: $util.Input<string> };

export const fullName = (name: string) => `${$app.name}-${$app.stage}-${name}`;

/** Who was woken is told when it is over. */
export const tells = (severity: Severity, topic: Topic = topics[severity]) => ({
  alarmActions: [topic.arn],
  okActions: severity === 'urgent' ? [topic.arn] : [],
});

/** All that may ring, for the dashboard. */
export const ringing: $util.Output<string>[] = [];

export function alarm(severity: Severity, name: string, what: What, topic: Topic = topics[severity]) {
  const { arn } = new aws.cloudwatch.MetricAlarm(name, {
    name: fullName(name),
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    evaluationPeriods: 1,
    // Nothing happened is good news.
    treatMissingData: 'notBreaching',
    ...tells(severity, topic),
    ...what,
  });
  // A dashboard's list of alarms is of one region.
  if (what.region === undefined) ringing.push(arn);
}

/** So many in so many minutes, so many times in a row. */
export const atLeast = (metric: Metric, count: number, minutes: number, times = 1): Watched => ({
  ...metric,
  statistic: 'Sum',
  threshold: count,
  period: minutes * 60,
  evaluationPeriods: times,
});

/** A number that at some moment of so many minutes was this high. */
export const reaches = (metric: Metric, threshold: number, minutes: number): Watched => ({
  ...atLeast(metric, threshold, minutes),
  statistic: 'Maximum',
});

/** What shall be told at least once in so many minutes, and was not, so many times in a row: its silence is the alarm. */
export const silent = (metric: Metric, minutes: number, times: number): Watched => ({
  ...atLeast(metric, 1, minutes, times),
  comparisonOperator: 'LessThanThreshold',
  treatMissingData: 'breaching',
});

/** Several metrics added up: so many in five minutes. */
export const together = (metrics: readonly Metric[], count: number): Watched => ({
  threshold: count,
  metricQueries: [
    { id: 'all', expression: 'SUM(METRICS())', label: 'together', returnData: true },
    ...metrics.map((metric, nth) => ({ id: `m${nth + 1}`, metric: { ...metric, stat: 'Sum', period: 300 } })),
  ],
});
