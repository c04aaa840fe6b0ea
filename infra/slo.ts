/**
 * Alarms on promises: not on one bad letter, but when so many are bad that the promise will not hold. Each is two windows joined: the
 * long one says that it matters, the short one that it goes on.
 */
import { fullName, ringing, says, tells, type Over, type Watched } from './alarm.ts';
import { idOf, own } from './metric.ts';
import { sums } from './objective-sums.ts';
import { burns, objectives, shortWindows, type Objective } from './objectives.ts';

type Window = { readonly minutes: number; readonly few: number };
type Burn = (typeof burns)[keyof typeof burns];

/** The part that is bad, or nought while only a few are. */
function badPart(promise: Objective, { minutes, few }: Window): Watched['metricQueries'] {
  const { bad, all, numbers } = sums(promise);
  return [
    { id: 'part', expression: `IF(${bad} >= ${few}, ${bad} / (${all}), 0)`, label: 'bad', returnData: true },
    ...[...numbers].map((metricName) => ({
      id: idOf(metricName),
      metric: { ...own(metricName), stat: 'Sum', period: minutes * 60 },
    })),
  ];
}

/** Speaks to nobody: only both windows together do. A log that says nothing at all is no end of what was bad. */
function window(name: string, promise: Objective, { times }: Burn, size: Window, looks: number) {
  return new aws.cloudwatch.MetricAlarm(name, {
    name: fullName(name),
    alarmDescription: `A half of ${name.replace(/(Long|Short)$/, 'Alarm')}. It wakes nobody by itself.`,
    comparisonOperator: 'GreaterThanThreshold',
    threshold: Number((times * (1 - promise.target)).toFixed(6)),
    evaluationPeriods: looks,
    datapointsToAlarm: 1,
    treatMissingData: 'ignore',
    metricQueries: badPart(promise, size),
  });
}

const over: Over = {
  told: 'the canary alone brings eight letters an hour, and while no log says anything the last part holds',
};

for (const [promised, promise] of Object.entries(objectives)) {
  // Without a budget there is no pace: ReferencesMissingAlarm rings at the first one.
  if (promise.target === 1) continue;
  for (const [pace, burn] of Object.entries(burns)) {
    const name = `${promised}${pace}`;
    const long = window(`${name}Long`, promise, burn, burn.long, 1);
    const short = window(`${name}Short`, promise, burn, burn.short, shortWindows);
    const end = burn.severity === 'urgent' ? over : undefined;
    const { arn } = new aws.cloudwatch.CompositeAlarm(`${name}Alarm`, {
      alarmName: fullName(`${name}Alarm`),
      alarmDescription: says(
        `So many letters are late that the promise of ${promise.target * 100} % in four weeks will not hold.`,
        end,
      ),
      alarmRule: $interpolate`ALARM("${long.name}") AND ALARM("${short.name}")`,
      ...tells(burn.severity, end),
    });
    ringing.push(arn);
  }
}
