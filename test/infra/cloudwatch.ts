/**
 * A small CloudWatch: the stack's own filters make numbers of lines, its own alarms look at them minute by minute, as AWS documents
 * both. It knows what our alarms use and throws at anything else.
 */
import * as z from 'zod';
import { fieldOf, patternOf } from './cloudwatch-patterns.ts';
import { valueOf, type Value } from './cloudwatch-sums.ts';
import type { Stack } from './stack.ts';

const dimensions = z.record(z.string(), z.string()).optional();
const Statistic = z.enum(['Sum', 'Maximum', 'Minimum', 'Average']);
const Query = z.object({
  id: z.string(),
  expression: z.string().optional(),
  returnData: z.boolean().optional(),
  metric: z
    .object({ namespace: z.string(), metricName: z.string(), dimensions, stat: Statistic, period: z.number() })
    .optional(),
});
export const Alarm = z.object({
  name: z.string(),
  alarmDescription: z.string(),
  alarmActions: z.array(z.string()).default([]),
  okActions: z.array(z.string()).default([]),
  comparisonOperator: z.enum(['GreaterThanThreshold', 'GreaterThanOrEqualToThreshold', 'LessThanThreshold']),
  threshold: z.number(),
  evaluationPeriods: z.number(),
  datapointsToAlarm: z.number().optional(),
  treatMissingData: z.enum(['notBreaching', 'breaching', 'ignore']),
  namespace: z.string().optional(),
  metricName: z.string().optional(),
  dimensions,
  statistic: Statistic.optional(),
  period: z.number().optional(),
  metricQueries: z.array(Query).optional(),
});
const Composite = z.object({ alarmName: z.string(), alarmRule: z.string() });
const Filter = z.object({
  logGroupName: z.string(),
  pattern: z.string(),
  metricTransformation: z.object({
    namespace: z.string(),
    name: z.string(),
    value: z.string(),
    defaultValue: z.string().optional(),
  }),
});
type Alarm = z.infer<typeof Alarm>;

export type State = 'OK' | 'ALARM';
/** A line of a door's log, or of the API's. Times are seconds since the beginning of the first day. */
export type LogLine = { readonly log: string; readonly at: number; readonly line: Readonly<Record<string, unknown>> };
/** What AWS measures by itself. */
export type Point = {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Readonly<Record<string, string>> | undefined;
  readonly at: number;
  readonly value: number;
};
export type World = { readonly lines: readonly LogLine[]; readonly points: readonly Point[] };
/** CloudWatch cuts time back from now, unless it is told to do it by the clock (EvaluationWindow): an alarm must hold either way. */
export type Cut = 'by-the-clock' | 'from-now';

const MINUTE = 60;
const keyOf = ({ namespace, metricName, dimensions: of = {} }: Omit<Point, 'at' | 'value'>): string =>
  [namespace, metricName, ...Object.entries(of).sort().flat()].join(' ');

/** All that was measured, in the order of time. */
function seriesOf(stack: Stack, world: World): ReadonlyMap<string, readonly Point[]> {
  const found = new Map<string, Point[]>();
  for (const point of [...world.points, ...filtered(stack, world.lines)]) {
    const key = keyOf(point);
    const points = found.get(key);
    if (points) points.push(point);
    else found.set(key, [point]);
  }
  for (const points of found.values()) points.sort((a, b) => a.at - b.at);
  return found;
}

function filtered(stack: Stack, lines: readonly LogLine[]): Point[] {
  return stack.all('cloudwatch/logMetricFilter:LogMetricFilter').flatMap(({ inputs }) => {
    const { logGroupName, pattern, metricTransformation } = Filter.parse(inputs);
    const { namespace, name: metricName, value, defaultValue } = metricTransformation;
    const fits = patternOf(pattern);
    const own = lines.filter(({ log }) => log === logGroupName);
    const points = own.flatMap(({ at, line }) => {
      if (!fits(line)) return [];
      const number = value.startsWith('$.') ? fieldOf(line, value) : Number(value);
      return typeof number === 'number' ? [{ namespace, metricName, at, value: number }] : [];
    });
    if (defaultValue === undefined) return points;
    // Said for a minute in which the log says something, and nothing that fits.
    const minutes = new Set(own.map(({ at }) => Math.floor(at / MINUTE)));
    for (const { at } of points) minutes.delete(Math.floor(at / MINUTE));
    return [
      ...points,
      ...[...minutes].map((minute) => ({ namespace, metricName, at: minute * MINUTE, value: Number(defaultValue) })),
    ];
  });
}

/** Where the points from a time on begin. */
function firstFrom(points: readonly Point[], time: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? Infinity) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Statistic = z.infer<typeof Statistic>;
function statisticOf(points: readonly Point[], statistic: Statistic, from: number, to: number): Value {
  const values = points.slice(firstFrom(points, from), firstFrom(points, to)).map(({ value }) => value);
  if (values.length === 0) return undefined;
  const sum = values.reduce((a, b) => a + b, 0);
  switch (statistic) {
    case 'Sum':
      return sum;
    case 'Average':
      return sum / values.length;
    case 'Maximum':
      return Math.max(...values);
    case 'Minimum':
      return Math.min(...values);
  }
}

/** What an alarm looks at: one metric, or a sum of several. */
function lookedAt(alarm: Alarm, series: ReadonlyMap<string, readonly Point[]>) {
  const measured = (metric: Omit<Point, 'at' | 'value'>, statistic: Statistic) => (from: number, to: number) =>
    statisticOf(series.get(keyOf(metric)) ?? [], statistic, from, to);
  const { namespace, metricName, dimensions: of, statistic, period, metricQueries = [] } = alarm;
  if (namespace !== undefined && metricName !== undefined && statistic !== undefined && period !== undefined) {
    return { period, value: measured({ namespace, metricName, dimensions: of }, statistic) };
  }
  const [result, ...others] = metricQueries.filter(({ returnData }) => returnData);
  const metrics = metricQueries.flatMap(({ id, metric }) =>
    metric ? [{ id, period: metric.period, value: measured(metric, metric.stat) }] : [],
  );
  const [first] = metrics;
  if (result?.expression === undefined || others.length > 0 || !first)
    throw new Error(`${alarm.name} looks at nothing`);
  if (metrics.some(({ period: other }) => other !== first.period)) throw new Error(`${alarm.name} has two periods`);
  const { expression } = result;
  return {
    period: first.period,
    value: (from: number, to: number) =>
      valueOf(expression, Object.fromEntries(metrics.map(({ id, value }) => [id, value(from, to)]))),
  };
}

function breaches({ comparisonOperator, threshold, treatMissingData }: Alarm, value: Value): boolean | undefined {
  if (value === undefined) return treatMissingData === 'ignore' ? undefined : treatMissingData === 'breaching';
  switch (comparisonOperator) {
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'LessThanThreshold':
      return value < threshold;
  }
}

export function cloudWatch(stack: Stack, world: World) {
  const series = seriesOf(stack, world);
  const alarms = stack.all('cloudwatch/metricAlarm:MetricAlarm').map(({ inputs }) => Alarm.parse(inputs));
  const composites = stack.all('cloudwatch/compositeAlarm:CompositeAlarm').map(({ inputs }) => Composite.parse(inputs));

  function ofMetric(alarm: Alarm, times: readonly number[], cut: Cut): State[] {
    const { period, value } = lookedAt(alarm, series);
    const needed = alarm.datapointsToAlarm ?? alarm.evaluationPeriods;
    let state: State = 'OK';
    return times.map((now) => {
      const end = cut === 'by-the-clock' ? Math.floor(now / period) * period : now;
      const looks = Array.from({ length: alarm.evaluationPeriods }, (_, nth) =>
        breaches(alarm, value(end - (nth + 1) * period, end - nth * period)),
      );
      if (looks.every((one) => one === undefined)) return state;
      state = looks.filter((one) => one === true).length >= needed ? 'ALARM' : 'OK';
      return state;
    });
  }

  /** How an alarm stands at each of these times, by its full name. */
  function statesOf(name: string, times: readonly number[], cut: Cut): State[] {
    const alarm = alarms.find((one) => one.name === name);
    if (alarm) return ofMetric(alarm, times, cut);
    const composite = composites.find(({ alarmName }) => alarmName === name);
    if (!composite) throw new Error(`no alarm ${name}`);
    const parts = composite.alarmRule.split(' AND ').map((part) => {
      const [, of] = /^ALARM\("([^"]+)"\)$/.exec(part) ?? [];
      if (of === undefined) throw new Error(`cannot read the rule ${composite.alarmRule}`);
      return statesOf(of, times, cut);
    });
    return times.map((_, nth) => (parts.every((states) => states[nth] === 'ALARM') ? 'ALARM' : 'OK'));
  }

  return { statesOf };
}
