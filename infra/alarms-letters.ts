/** Letters that do not go. Nothing is lost while these ring: what is owed stays in the table and is tried for 72 hours. */
import { alarm, atLeast, lastSaid, reaches, silent, type Watched } from './alarm.ts';
import { ofDoor, ofQueue } from './metric.ts';
import { payOwed, streamDead, timerDead } from './pay-owed.ts';
import { debts, letters } from './told.ts';

alarm('urgent', 'LettersFailingAlarm', {
  alarmDescription: 'Many letters could not be sent for ten minutes. They stay owed for 72 hours.',
  // What failed waits longer and longer before it fails again.
  over: { look: 'the system page of the desk shows that no letter is owed any more.' },
  ...atLeast(letters.failed, 5, 5, 2),
});
// One stuck letter is tried every 8 to 16 minutes: a quiet desk would never reach five in five minutes.
alarm('soon', 'LettersKeepFailingAlarm', {
  alarmDescription: 'At least one letter could not be sent for two hours. It stays owed for 72 hours.',
  ...atLeast(letters.failed, 3, 60, 2),
});
alarm('soon', 'LetterParkedAlarm', {
  alarmDescription: 'A letter could not be sent for 72 hours and is not tried again. Its reference is in the log.',
  ...atLeast(letters.parked, 1, 5),
});
alarm('soon', 'PayFailedAlarm', {
  alarmDescription: 'What a case owes could not be paid. Its reference is in the log; it is tried again.',
  ...atLeast(letters.payFailed, 1, 5),
});

/** While nobody tells how old it is, it is as old as it was: PaySilentAlarm says so, and this one must not say "over". */
const olderThan = (seconds: number): Watched => ({
  ...lastSaid(reaches(debts.oldest, seconds, 5)),
  comparisonOperator: 'GreaterThanThreshold',
});
alarm('soon', 'DebtOfMinutesAlarm', {
  alarmDescription: 'A letter has been owed for more than five minutes. It is tried again and again.',
  ...olderThan(300),
});
alarm('urgent', 'DebtOfAnHourAlarm', {
  alarmDescription: 'A letter has been owed for more than an hour.',
  over: { told: 'PayOwed says the age of the oldest debt every minute' },
  ...olderThan(3600),
});
alarm('urgent', 'PaySilentAlarm', {
  alarmDescription:
    'For ten minutes nobody looked at what is owed: the door PayOwed does not run, or breaks off. No letter goes.',
  over: { told: 'PayOwed says every minute what is owed; the first line is the end' },
  ...silent(debts.told, 5, 2),
});
alarm('soon', 'RecordStuckAlarm', {
  alarmDescription: 'A record could not be worked on and was put aside. It is tried again; the system page shows it.',
  ...atLeast(debts.recordStuck, 1, 5),
});

const streamAge = ofDoor(payOwed, 'IteratorAge');
const MINUTE_MS = 60_000;
alarm('soon', 'StreamLateAlarm', {
  alarmDescription: 'The table wakes PayOwed more than a minute late. The timer pays meanwhile.',
  ...lastSaid(reaches(streamAge, MINUTE_MS, 5)),
});
alarm('urgent', 'StreamStandsAlarm', {
  alarmDescription:
    'The table wakes PayOwed more than 15 minutes late. The timer pays meanwhile, at most a hundred cases a minute.',
  over: { told: 'Lambda says the age whenever it reads the stream, and each canary is a reason to read it' },
  ...lastSaid(reaches(streamAge, 15 * MINUTE_MS, 5)),
});

for (const [name, queue] of Object.entries({ StreamDead: streamDead, TimerDead: timerDead })) {
  alarm('soon', `${name}Alarm`, {
    alarmDescription: 'A call of PayOwed could not be handled and was put down. Letters stay owed and are tried again.',
    ...reaches(ofQueue(queue, 'ApproximateNumberOfMessagesVisible'), 1, 5),
  });
}
