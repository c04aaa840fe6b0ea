/**
 * Alarms on promises: not on one bad letter, but when so many are bad that the promise will not hold. Each is two windows joined: the
 * long one says that it matters, the short one that it goes on.
 */
import { fullName, ringing, tells, type Watched } from './alarm.ts';
import { idOf, own } from './metric.ts';
import { burns, objectives, shortWindows, type Objective } from './objectives.ts';

type Window = { readonly minutes: number; readonly few: number };
type Burn = (typeof burns)[keyof typeof burns];

/** The part that is bad, or nought while only a few are. */
function badPart({ bad, all }: Objective, { minutes, few }: Window): Watched['metricQueries'] {
  const sum = all.map(idOf).join(' + ');
  return [
    {
      id: 'part',
      expression: `IF(${idOf(bad)} >= ${few}, ${idOf(bad)} / (${sum}), 0)`,
      label: 'bad',
      returnData: true,
    },
    ...[...new Set([bad, ...all])].map((metricName) => ({
      id: idOf(metricName),
      metric: { ...own(metricName), stat: 'Sum', period: minutes * 60 },
    })),
  ];
}

/** Speaks to nobody: only both windows together do. */
function window(name: string, promise: Objective, { times }: Burn, size: Window, looks: number) {
  return new aws.cloudwatch.MetricAlarm(name, {
    name: fullName(name),
    alarmDescription: `A half of ${name.replace(/(Long|Short)$/, 'Alarm')}. It wakes nobody by itself.`,
    comparisonOperator: 'GreaterThanThreshold',
    threshold: Number((times * (1 - promise.target)).toFixed(6)),
    evaluationPeriods: looks,
    datapointsToAlarm: 1,
    treatMissingData: 'notBreaching',
    metricQueries: badPart(promise, size),
  });
}

for (const [promised, promise] of Object.entries(objectives)) {
  // Without a budget there is no pace: ReferencesMissingAlarm rings at the first one.
  if (promise.target === 1) continue;
  for (const [pace, burn] of Object.entries(burns)) {
    const name = `${promised}${pace}`;
    const long = window(`${name}Long`, promise, burn, burn.long, 1);
    const short = window(`${name}Short`, promise, burn, burn.short, shortWindows);
    const { arn } = new aws.cloudwatch.CompositeAlarm(`${name}Alarm`, {
      alarmName: fullName(`${name}Alarm`),
      alarmDescription: `So many letters are late that the promise of ${promise.target * 100} % in four weeks will not hold.`,
      alarmRule: $interpolate`ALARM("${long.name}") AND ALARM("${short.name}")`,
      ...tells(burn.severity),
    });
    ringing.push(arn);
  }
}
