/** What the watch finds, and the watch itself: where a check is missing, its absence rings. */
import { broker } from '../broker.config.ts';
import { alarm, atLeast, reaches, silent } from './alarm.ts';
import { ofQueue } from './metric.ts';
import { canary, hours } from './told.ts';
import { watchDead } from './watch.ts';

alarm('urgent', 'CanaryMissingAlarm', {
  alarmDescription:
    'For 40 minutes no canary went the whole way: the site, a door, the table or mail fails, or nobody posts it.',
  over: { told: 'the next canary that arrives is the end' },
  // It comes every 15 minutes: in each 20 there is one.
  ...silent(canary.delivered, 20, 2),
});
alarm('urgent', 'ReferencesMissingAlarm', {
  alarmDescription:
    'Somebody was shown a reference, and no such case is stored. The references are in the log of Watch.',
  // An hour is checked again only now and then, and the others know nothing of it.
  over: { look: 'the last line "reconciled" of that hour in the log of Watch says that nothing is missing.' },
  ...reaches(hours.missing, 1, 60),
});
alarm('soon', 'NotReconciledAlarm', {
  alarmDescription: 'For three hours nobody compared what was accepted with what is stored.',
  ...silent(hours.reconciled, 60, 3),
});
alarm('soon', 'HourUncheckedAlarm', {
  alarmDescription: 'For three hours running, some hour could not be compared. Others may have been.',
  ...atLeast(hours.unchecked, 1, 60, 3),
});
alarm('soon', 'WatchFailedAlarm', {
  alarmDescription: 'The watch failed twice or more within an hour at what it does. Its log says at what, and why.',
  ...atLeast(hours.failed, 2, 60),
});
alarm('soon', 'QuietAlarm', {
  alarmDescription: `No real request came for ${broker.alarms.quietOfficeHours} office hours. Look at the site as a visitor would.`,
  ...reaches(hours.quiet, broker.alarms.quietOfficeHours, 60),
});
alarm('soon', 'WatchDeadAlarm', {
  alarmDescription: 'A call of Watch could not be handled and was put down.',
  ...reaches(ofQueue(watchDead, 'ApproximateNumberOfMessagesVisible'), 1, 5),
});
