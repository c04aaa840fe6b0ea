/** How every alarm is made: its severity, its name as docs/deploy.md explains it, and what it waits for. */
import { topics, type Severity } from './alarm-topics.ts';
import type { Metric } from './metric.ts';

export type Watched = Omit<
  Partial<aws.cloudwatch.MetricAlarmArgs>,
  'name' | 'alarmActions' | 'okActions' | 'alarmDescription'
>;
type What = Watched & { alarmDescription: string };

/**
 * How whoever was woken knows that it is over. `told`: what is looked at is a state that is said again and again, so that a mail may
 * say so; the words are why it is believed. `look`: single events are counted, and when none comes CloudWatch says "OK" though nothing
 * was mended. Then no mail says so, and the alarm says where to look.
 */
export type Over = { readonly told: string } | { readonly look: string };

type Topic = { readonly arn: $util.Input<string> };

export const fullName = (name: string) => `${$app.name}-${$app.stage}-${name}`;

/** Who was woken is told when it is over, where that is known; who looks on the same working day sees for himself. */
export const tells = (severity: Severity, over?: Over, topic: Topic = topics[severity]) => ({
  alarmActions: [topic.arn],
  okActions: over !== undefined && 'told' in over ? [topic.arn] : [],
});

/** What an alarm says: what happened, and how one knows that it is over. */
export function says(what: string, over?: Over): string {
  if (over === undefined) return what;
  return 'told' in over
    ? `${what} You are told when it is over.`
    : `${what} Nobody is told when it is over: ${over.look}`;
}

/** All that may ring, for the dashboard. */
export const ringing: $util.Output<string>[] = [];

/** An urgent one does not compile until it says how its end is known. */
export function alarm(severity: 'urgent', name: string, what: What & { readonly over: Over }): void;
export function alarm(severity: 'soon', name: string, what: What, topic?: Topic): void;
export function alarm(
  severity: Severity,
  name: string,
  { over, alarmDescription, ...what }: What & { readonly over?: Over },
  topic?: Topic,
) {
  const { arn } = new aws.cloudwatch.MetricAlarm(name, {
    name: fullName(name),
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    evaluationPeriods: 1,
    // Nothing happened is good news.
    treatMissingData: 'notBreaching',
    ...tells(severity, over, topic),
    ...what,
    alarmDescription: says(alarmDescription, over),
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

/** While nobody tells, it stands as it stood: silence is no end of what is told. */
export const lastSaid = (watched: Watched): Watched => ({ ...watched, treatMissingData: 'ignore' });

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
