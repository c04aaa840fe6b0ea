/** The pieces of the dashboard, as CloudWatch wants them told. */
import { broker } from '../broker.config.ts';
import { idOf, own, type Metric } from './metric.ts';
import { sums } from './objective-sums.ts';
import { windowDays, type Objective } from './objectives.ts';

type Line = readonly unknown[];
export type Widget = {
  readonly type: 'text' | 'metric' | 'alarm' | 'log';
  readonly width: number;
  readonly height: number;
  readonly properties: Record<string, unknown>;
};

const { region } = broker;

export const line = ({ namespace, metricName, dimensions = {} }: Metric, label: string, stat = 'Sum'): Line => [
  namespace,
  metricName,
  ...Object.entries(dimensions).flat(),
  { label, stat },
];

export const heading = (title: string, words: string): Widget => ({
  type: 'text',
  width: 24,
  height: 2,
  properties: { markdown: `## ${title}\n${words}`, background: 'transparent' },
});

export const graph = (title: string, metrics: readonly Line[], more: Record<string, unknown> = {}): Widget => ({
  type: 'metric',
  width: 8,
  height: 6,
  properties: { title, metrics, region, view: 'timeSeries', period: 300, yAxis: { left: { min: 0 } }, ...more },
});

/** What lines of a log add up to; another region than the broker's may hold it. */
export const logTable = (
  title: string,
  { log, region, query }: { log: $util.Output<string>; region: string; query: string },
): Widget => ({
  type: 'log',
  width: 8,
  height: 6,
  properties: { title, region, view: 'table', query: $interpolate`SOURCE '${log}' | ${query}` },
});

/** A promise of the last four weeks: how much of it was kept, in percent. */
export function kept(title: string, objective: Objective): Widget {
  const { bad, all, numbers } = sums(objective);
  return {
    type: 'metric',
    width: 8,
    height: 4,
    properties: {
      title,
      region,
      view: 'singleValue',
      start: `-P${windowDays}D`,
      // One number for all of the time, whatever the rest of the page shows.
      setPeriodToTimeRange: true,
      singleValueFullPrecision: true,
      metrics: [
        [{ id: 'kept', expression: `100 * (1 - ${bad} / (${all}))`, label: '% kept' }],
        ...[...numbers].map((name) => {
          const { namespace, metricName } = own(name);
          return [namespace, metricName, { id: idOf(name), stat: 'Sum', visible: false }];
        }),
      ],
    },
  };
}

/** Only what rings: on a good day it is empty. */
export const ringingNow = (alarms: readonly unknown[]): Widget => ({
  type: 'alarm',
  width: 24,
  height: 3,
  properties: { title: 'What rings now', alarms, states: ['ALARM'], sortBy: 'stateUpdatedTimestamp' },
});

/** From left to right while there is room, then the next row. */
export function placed(widgets: readonly Widget[]) {
  let [x, y, next] = [0, 0, 0];
  return widgets.map((widget) => {
    if (x + widget.width > 24) [x, y] = [0, next];
    const place = { ...widget, x, y };
    x += widget.width;
    next = Math.max(next, y + widget.height);
    return place;
  });
}
