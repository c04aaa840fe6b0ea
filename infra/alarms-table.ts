/** A table that is asked more than it gives, or that fails. Doors try again by themselves: ten in five minutes are more than a moment. */
import { alarm, together } from './alarm.ts';
import { byOperation, indexNames, ofIndex, ofTable } from './table-metrics.ts';

alarm('soon', 'TableThrottledAlarm', {
  alarmDescription: 'The table turned away requests of the doors: more than it was ready for.',
  ...together([...byOperation('ThrottledRequests'), ofTable('ReadThrottleEvents'), ofTable('WriteThrottleEvents')], 10),
});
for (const [name, metricName] of [
  ['IndexReadThrottledAlarm', 'ReadThrottleEvents'],
  ['IndexWriteThrottledAlarm', 'WriteThrottleEvents'],
] as const) {
  alarm('soon', name, {
    alarmDescription: `An index of the table was asked more than it was ready for (${metricName}).`,
    ...together(
      indexNames.map((index) => ofIndex(metricName, index)),
      10,
    ),
  });
}
alarm('soon', 'TableErrorsAlarm', {
  alarmDescription: "The table failed by AWS's own fault (5xx).",
  ...together(byOperation('SystemErrors'), 10),
});
