/** Every alarm in one line: who is told, what is looked at, and when it rings. `nobody` are the halves of an alarm on a promise. */
import { tableShape } from '../../infra/table-shape.ts';

const ofDoors = (doors: readonly string[], severity: string) =>
  Object.fromEntries(
    doors.flatMap((door) => [
      [`${door}ErrorAlarm`, `${severity}: Sum AWS/Lambda Errors of ${door}Function >= 1 in 5 min`],
      [`${door}HeldUpAlarm`, `${severity}: Sum AWS/Lambda Throttles of ${door}Function >= 1 in 5 min`],
    ]),
  );
const dead = (name: string) => `soon: Maximum AWS/SQS ApproximateNumberOfMessagesVisible of ${name}Queue >= 1 in 5 min`;
const rate = (severity: string, name: string, share: number) =>
  `${severity}: Average AWS/SES Reputation.${name} >= ${share} in 60 min, silence changes nothing`;
const together = (metrics: readonly string[]) =>
  `soon: SUM(METRICS()): ${metrics.map((metric) => `Sum AWS/DynamoDB ${metric} of TableTable`).join(', ')} >= 10 in 5 min`;
const indexes = (metric: string) => together(Object.keys(tableShape.indexes).map((index) => `${metric} of ${index}`));
const operations = (metric: string) => ['GetItem', 'PutItem', 'Query'].map((operation) => `${metric} of ${operation}`);
const late = (few: number, rest: string) =>
  `nobody: IF(letter_late >= ${few}, letter_late / (letter_sent + letter_late), 0): Sum letter-late, Sum letter-sent > ${rest}, silence changes nothing`;
const worse = 'IF(letter_slow > letter_delayed, letter_slow, letter_delayed)';
const slow = (few: number, rest: string) =>
  `nobody: IF(${worse} >= ${few}, ${worse} / (letter_delivered + letter_delayed), 0): Sum letter-slow, Sum letter-delayed, Sum letter-delivered > ${rest}, silence changes nothing`;

export const expectedAlarms: Readonly<Record<string, string>> = {
  // ── doors ──
  ...ofDoors(['Intake'], 'urgent'),
  ...ofDoors(['Importer', 'Desk', 'PayOwed', 'MailFeedback', 'Watch'], 'soon'),
  IntakeUnexpectedAlarm: 'soon: Sum Intake-unexpected >= 1 in 5 min',
  ImporterUnexpectedAlarm: 'soon: Sum Importer-unexpected >= 1 in 5 min',
  DeskUnexpectedAlarm: 'soon: Sum Desk-unexpected >= 1 in 5 min',
  IntakeStoreUnavailableAlarm: 'urgent: Sum Intake-store-unavailable >= 3 in 5 min',
  ImporterStoreUnavailableAlarm: 'soon: Sum Importer-store-unavailable >= 3 in 5 min',
  DeskStoreUnavailableAlarm: 'soon: Sum Desk-store-unavailable >= 3 in 5 min',
  ApiFailedAlarm: 'urgent: Sum AWS/ApiGateway 5xx of ApiApi-id >= 5 in 5 min',
  ApiThrottledAlarm: 'soon: Sum throttled >= 1 in 5 min',
  RequestsRefusedAlarm:
    'soon: Sum AWS/WAFV2 CountedRequests of RequestRefused of importer-desk-production >= 10 in 5 min',

  // ── letters ──
  LettersFailingAlarm: 'urgent: Sum letter-failed >= 5 in 5 min, 2 times',
  LettersKeepFailingAlarm: 'soon: Sum letter-failed >= 3 in 60 min, 2 times',
  LetterParkedAlarm: 'soon: Sum letter-parked >= 1 in 5 min',
  PayFailedAlarm: 'soon: Sum pay-failed >= 1 in 5 min',
  DebtOfMinutesAlarm: 'soon: Maximum debts-oldest > 300 in 5 min, silence changes nothing',
  DebtOfAnHourAlarm: 'urgent: Maximum debts-oldest > 3600 in 5 min, silence changes nothing',
  PaySilentAlarm: 'urgent: Sum debts < 1 in 5 min, 2 times, silence rings',
  RecordStuckAlarm: 'soon: Sum record-stuck >= 1 in 5 min',
  StreamLateAlarm: 'soon: Maximum AWS/Lambda IteratorAge of PayOwedFunction >= 60000 in 5 min, silence changes nothing',
  StreamStandsAlarm:
    'urgent: Maximum AWS/Lambda IteratorAge of PayOwedFunction >= 900000 in 5 min, silence changes nothing',
  StreamDeadAlarm: dead('StreamDead'),
  TimerDeadAlarm: dead('TimerDead'),

  // ── mail ──
  BounceRateAlarm: rate('soon', 'BounceRate', 0.025),
  BounceRateHighAlarm: rate('urgent', 'BounceRate', 0.04),
  ComplaintRateAlarm: rate('soon', 'ComplaintRate', 0.0005),
  ComplaintRateHighAlarm: rate('urgent', 'ComplaintRate', 0.0008),
  TeamMailboxFailedAlarm: 'soon: Sum team-mailbox-failed >= 1 in 5 min',
  TeamMailboxesGoneAlarm: 'urgent: Sum team-mailboxes-gone >= 1 in 5 min',
  LettersBouncedAlarm: 'soon: Sum letter-bounced >= 5 in 60 min',
  LetterRejectedAlarm: 'soon: Sum letter-rejected >= 1 in 5 min',
  FeedbackUnreadAlarm: 'soon: Sum feedback-unread >= 1 in 5 min',
  FeedbackLateAlarm: 'soon: Maximum AWS/SQS ApproximateAgeOfOldestMessage of FeedbackQueue >= 1800 in 5 min',
  FeedbackDeadAlarm: dead('FeedbackDead'),

  // ── table ──
  TableThrottledAlarm: together([...operations('ThrottledRequests'), 'ReadThrottleEvents', 'WriteThrottleEvents']),
  IndexReadThrottledAlarm: indexes('ReadThrottleEvents'),
  IndexWriteThrottledAlarm: indexes('WriteThrottleEvents'),
  TableErrorsAlarm: together(operations('SystemErrors')),

  // ── watch ──
  CanaryMissingAlarm: 'urgent: Sum canary-delivered < 1 in 20 min, 2 times, silence rings',
  ReferencesMissingAlarm: 'urgent: Maximum references-missing >= 1 in 60 min',
  NotReconciledAlarm: 'soon: Sum reconciled < 1 in 60 min, 3 times, silence rings',
  HourUncheckedAlarm: 'soon: Sum reconcile-failed >= 1 in 60 min, 3 times',
  WatchFailedAlarm: 'soon: Sum watch-failed >= 2 in 60 min',
  QuietAlarm: 'soon: Maximum quiet-office-hours >= 18 in 60 min',
  WatchDeadAlarm: dead('WatchDead'),

  // ── promises: 14.4 and 6 times what 99.9 % and 99 % leave ──
  LettersAcceptedFastLong: late(3, '0.0144 in 60 min'),
  LettersAcceptedFastShort: late(1, '0.0144 in 5 min, 1 of 3 times'),
  LettersAcceptedSlowLong: late(5, '0.006 in 360 min'),
  LettersAcceptedSlowShort: late(1, '0.006 in 30 min, 1 of 3 times'),
  LettersDeliveredFastLong: slow(3, '0.144 in 60 min'),
  LettersDeliveredFastShort: slow(1, '0.144 in 5 min, 1 of 3 times'),
  LettersDeliveredSlowLong: slow(5, '0.06 in 360 min'),
  LettersDeliveredSlowShort: slow(1, '0.06 in 30 min, 1 of 3 times'),
};

/**
 * Which urgent alarms say that they are over, and why that is known, or why not. An alarm that counts single events is "OK" for
 * CloudWatch when none comes, though nothing was mended: nobody may be told so.
 */
export const expectedEnds: Readonly<Record<string, readonly ['told' | 'look', string]>> = {
  DebtOfAnHourAlarm: ['told', 'the age of the oldest debt is a line of every minute, and stays while no line comes'],
  PaySilentAlarm: ['told', 'it rings by silence: the first line is the end'],
  CanaryMissingAlarm: ['told', 'it rings by silence: the first canary that arrives is the end'],
  StreamStandsAlarm: ['told', 'an age that is said with every batch, and stays while none is read'],
  BounceRateHighAlarm: ['told', 'a rate that SES says again and again, and stays in between'],
  ComplaintRateHighAlarm: ['told', 'a rate that SES says again and again, and stays in between'],
  LettersAcceptedFastAlarm: [
    'told',
    'a part of all letters, of which the canary brings some; it stays while no log speaks',
  ],
  LettersDeliveredFastAlarm: [
    'told',
    'a part of all letters, of which the canary brings some; it stays while no log speaks',
  ],
  LettersFailingAlarm: ['look', 'a letter that failed waits longer and longer before it fails again'],
  TeamMailboxesGoneAlarm: ['look', 'one line when the last mailbox fails, and none while it stays so'],
  ReferencesMissingAlarm: [
    'look',
    'an hour is checked again only now and then, and the hours after it know nothing of it',
  ],
  IntakeErrorAlarm: ['look', 'a door that nobody asks does not fail'],
  IntakeHeldUpAlarm: ['look', 'a door that nobody asks is not held up'],
  IntakeStoreUnavailableAlarm: ['look', 'a door that nobody asks answers nothing'],
  ApiFailedAlarm: ['look', 'a door that nobody asks answers nothing'],
};
