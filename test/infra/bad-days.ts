/**
 * For every alarm: what goes wrong on its day, and what almost does. A bad day lasts six hours in the middle of a healthy one, so that
 * it is also seen to end.
 */
import { tableShape } from '../../infra/table-shape.ts';
import { day, doorNames, every, HOUR, MINUTE, type Telling } from './healthy-day.ts';
import type { LogLine, Point, World } from './cloudwatch.ts';

/** Lines and points that come; `without`: lines that do not. */
export type Bad = Partial<World> & { readonly without?: (line: LogLine) => boolean };
const indexNames = Object.keys(tableShape.indexes);

/** `almost`: each by itself is no reason to ring. `orBad`: another reason. */
export type BadDay = { readonly bad: Bad; readonly orBad?: Bad; readonly almost: readonly Bad[] };

const noon = day.bad.from;
const { bad: afternoon } = day;
/** So many of one thing from one moment on, seconds apart. */
const times = <T>(count: number, of: (at: number) => T, from = noon + 10, apart = 5): T[] =>
  Array.from({ length: count }, (_, nth) => of(from + nth * apart));
const inAfternoon = ({ at }: LogLine) => at >= afternoon.from && at < afternoon.to;
const event = ({ line }: LogLine) => line['event'];

export function badDays(tell: Telling): Readonly<Record<string, BadDay>> {
  const { line, access, door, queue, table, mail, api, firewall } = tell;

  const lines = (count: number, from: string, what: string, details: object = {}): Bad => ({
    lines: times(count, (at) => line(at, from, what, details)),
  });
  const points = (...all: Point[]): Bad => ({ points: all });
  /** The first one rings; a day without it does not. */
  const first = (from: string, what: string, details?: object): BadDay => ({
    bad: lines(1, from, what, details),
    almost: [],
  });
  const counted = (least: number, from: string, what: string): BadDay => ({
    bad: lines(least, from, what),
    almost: [lines(least - 1, from, what)],
  });
  const dead = (name: string): BadDay => ({
    bad: { points: every(5, afternoon).map((at) => queue(at, name, 'ApproximateNumberOfMessagesVisible', 1)) },
    almost: [],
  });
  /** All afternoon the watched lines are missing, or all but one an hour. */
  const silence = (what: string, hours: number): BadDay => ({
    bad: { without: (one) => event(one) === what && inAfternoon(one) },
    almost: [{ without: (one) => event(one) === what && one.at >= noon && one.at < noon + hours * HOUR }],
  });
  /** What is owed since noon gets older, and is paid after so many seconds. */
  const owedFor = (seconds: number): Bad => ({
    without: (one) => event(one) === 'debts' && one.at >= noon && one.at <= noon + seconds,
    lines: [...every(1, { from: noon, to: noon + seconds }), noon + seconds].map((at) =>
      line(at, 'PayOwed', 'debts', { owed: 1, oldestSeconds: at - noon, stuck: 0 }),
    ),
  });
  const rate = (name: string, bad: number): BadDay => ({
    bad: { points: every(60, afternoon).map((at) => mail(at + 1, name, bad * 4)) },
    // The healthy day's own value of the hour pulls the average: twice what is wanted, less its share.
    almost: [{ points: every(60, afternoon).map((at) => mail(at + 1, name, bad * 1.2)) }],
  });
  const throttled = (points_: (value: number) => Point[]): BadDay => ({
    bad: points(...points_(10)),
    almost: [points(...points_(9))],
  });
  /** So many letters that were too late, so many minutes apart. The healthy day has one of its own. */
  const late = (count: number, minutesApart: number): Bad => ({
    lines: times(count, (at) => line(at, 'PayOwed', 'letter-late'), noon + 100, minutesApart * MINUTE),
  });
  const toldOfMail = (events: readonly string[], count: number, minutesApart: number): Bad => ({
    lines: events.flatMap((what) =>
      times(count, (at) => line(at, 'MailFeedback', what), noon + 100, minutesApart * MINUTE),
    ),
  });
  const slow = (count: number, minutesApart: number) =>
    toldOfMail(['letter-slow', 'letter-delivered'], count, minutesApart);
  /** They never arrive. */
  const delayed = (count: number, minutesApart: number) => toldOfMail(['letter-delayed'], count, minutesApart);
  /** One letter is one bad letter, though both are told of it. */
  const both = (count: number, minutesApart: number) =>
    toldOfMail(['letter-delayed', 'letter-slow', 'letter-delivered'], count, minutesApart);
  /** The same on a busy day: one every five seconds goes well. */
  const amongMany = (bad: Bad, from: string, what: string): Bad => ({
    lines: [...(bad.lines ?? []), ...times(2200, (at) => line(at, from, what), noon - 90 * MINUTE)],
  });
  const amongDelivered = (bad: Bad) => amongMany(bad, 'MailFeedback', 'letter-delivered');

  return {
    // ── doors ──
    ...Object.fromEntries(
      doorNames.flatMap((name): [string, BadDay][] => [
        [`${name}ErrorAlarm`, { bad: points(door(noon, name, 'Errors', 1)), almost: [] }],
        [`${name}HeldUpAlarm`, { bad: points(door(noon, name, 'Throttles', 1)), almost: [] }],
      ]),
    ),
    ...Object.fromEntries(
      ['Intake', 'Importer', 'Desk'].flatMap((name): [string, BadDay][] => [
        [`${name}UnexpectedAlarm`, first(name, 'unexpected', { id: 'a1' })],
        [`${name}StoreUnavailableAlarm`, counted(3, name, 'store-unavailable')],
      ]),
    ),
    ApiFailedAlarm: { bad: points(api(noon, 5)), almost: [points(api(noon, 4))] },
    ApiThrottledAlarm: { bad: { lines: [access(noon, '429')] }, almost: [{ lines: [access(noon, '503')] }] },
    RequestsRefusedAlarm: { bad: points(firewall(noon, 10)), almost: [points(firewall(noon, 9))] },

    // ── letters ──
    LettersFailingAlarm: {
      bad: {
        lines: every(1, { from: noon, to: noon + 15 * MINUTE }).flatMap((at) =>
          times(2, (then) => line(then, 'PayOwed', 'letter-failed'), at),
        ),
      },
      // Five and four, wherever time is cut between them.
      almost: [lines(9, 'PayOwed', 'letter-failed')],
    },
    LettersKeepFailingAlarm: {
      bad: { lines: every(15, { from: noon, to: noon + 3 * HOUR }).map((at) => line(at, 'PayOwed', 'letter-failed')) },
      almost: [
        {
          lines: every(30, { from: noon, to: noon + 3 * HOUR }).map((at) =>
            line(at + 5 * MINUTE, 'PayOwed', 'letter-failed'),
          ),
        },
      ],
    },
    LetterParkedAlarm: first('PayOwed', 'letter-parked'),
    PayFailedAlarm: first('PayOwed', 'pay-failed'),
    DebtOfMinutesAlarm: { bad: owedFor(360), almost: [owedFor(300)] },
    DebtOfAnHourAlarm: { bad: owedFor(3660), almost: [owedFor(3600)] },
    PaySilentAlarm: {
      bad: { without: (one) => event(one) === 'debts' && inAfternoon(one) },
      almost: [{ without: (one) => event(one) === 'debts' && one.at >= noon && one.at < noon + 8 * MINUTE }],
    },
    RecordStuckAlarm: first('PayOwed', 'record-stuck'),
    StreamLateAlarm: {
      bad: points(door(noon, 'PayOwed', 'IteratorAge', 60_000)),
      almost: [points(door(noon, 'PayOwed', 'IteratorAge', 59_000))],
    },
    StreamStandsAlarm: {
      bad: points(door(noon, 'PayOwed', 'IteratorAge', 900_000)),
      almost: [points(door(noon, 'PayOwed', 'IteratorAge', 899_000))],
    },
    StreamDeadAlarm: dead('StreamDeadQueue'),
    TimerDeadAlarm: dead('TimerDeadQueue'),

    // ── mail ──
    BounceRateAlarm: rate('Reputation.BounceRate', 0.025),
    BounceRateHighAlarm: rate('Reputation.BounceRate', 0.04),
    ComplaintRateAlarm: rate('Reputation.ComplaintRate', 0.0005),
    ComplaintRateHighAlarm: rate('Reputation.ComplaintRate', 0.0008),
    TeamMailboxFailedAlarm: first('MailFeedback', 'team-mailbox-failed', { which: 1, left: 1 }),
    TeamMailboxesGoneAlarm: {
      bad: lines(1, 'MailFeedback', 'team-mailbox-failed', { which: 2, left: 0 }),
      almost: [lines(1, 'MailFeedback', 'team-mailbox-failed', { which: 1, left: 1 })],
    },
    LettersBouncedAlarm: counted(5, 'MailFeedback', 'letter-bounced'),
    LetterRejectedAlarm: first('MailFeedback', 'letter-rejected'),
    FeedbackUnreadAlarm: first('MailFeedback', 'feedback-unread'),
    FeedbackLateAlarm: {
      bad: points(queue(noon, 'FeedbackQueue', 'ApproximateAgeOfOldestMessage', 1800)),
      almost: [points(queue(noon, 'FeedbackQueue', 'ApproximateAgeOfOldestMessage', 1799))],
    },
    FeedbackDeadAlarm: dead('FeedbackDeadQueue'),

    // ── table ──
    TableThrottledAlarm: throttled((value) => [
      table(noon, 'ThrottledRequests', value - 4, { Operation: 'PutItem' }),
      table(noon + 60, 'WriteThrottleEvents', 4),
    ]),
    IndexReadThrottledAlarm: throttled((value) => [
      table(noon, 'ReadThrottleEvents', value, { GlobalSecondaryIndexName: indexNames[0] ?? '' }),
    ]),
    IndexWriteThrottledAlarm: throttled((value) => [
      table(noon, 'WriteThrottleEvents', value - 4, { GlobalSecondaryIndexName: indexNames.at(-1) ?? '' }),
      table(noon, 'WriteThrottleEvents', 4, { GlobalSecondaryIndexName: indexNames[1] ?? '' }),
    ]),
    TableErrorsAlarm: throttled((value) => [table(noon, 'SystemErrors', value, { Operation: 'GetItem' })]),

    // ── watch ──
    CanaryMissingAlarm: silence('canary-delivered', 0.25),
    ReferencesMissingAlarm: {
      bad: lines(1, 'Watch', 'reconciled', { hour: '2026-11-27T11', accepted: 6, stored: 5, missing: 1, owed: 0 }),
      almost: [lines(1, 'Watch', 'reconciled', { hour: '2026-11-27T11', accepted: 6, stored: 6, missing: 0, owed: 2 })],
    },
    NotReconciledAlarm: silence('reconciled', 2),
    HourUncheckedAlarm: {
      bad: { lines: every(60, afternoon).map((at) => line(at, 'Watch', 'reconcile-failed')) },
      almost: [
        { lines: every(60, { from: noon, to: noon + 2 * HOUR }).map((at) => line(at, 'Watch', 'reconcile-failed')) },
      ],
    },
    WatchFailedAlarm: {
      bad: lines(2, 'Watch', 'watch-failed', { story: 'quiet' }),
      almost: [lines(1, 'Watch', 'watch-failed', { story: 'quiet' })],
    },
    QuietAlarm: {
      bad: lines(1, 'Watch', 'quiet', { officeHours: 18 }),
      almost: [lines(1, 'Watch', 'quiet', { officeHours: 17 })],
    },
    WatchDeadAlarm: dead('WatchDeadQueue'),

    // ── the webhook, where there is one ──
    ...(tell.hasWebhook && {
      AlarmWebhookErrorAlarm: { bad: points(door(noon, 'AlarmWebhook', 'Errors', 1)), almost: [] },
      WebhookDeadAlarm: dead('WebhookDeadQueue'),
    }),

    // ── promises ──
    // Too few to mean anything, or too small a part of all.
    LettersAcceptedFastAlarm: {
      bad: late(14, 8),
      almost: [late(2, 4), amongMany(late(3, 4), 'PayOwed', 'letter-sent')],
    },
    LettersAcceptedSlowAlarm: {
      bad: late(10, 50),
      almost: [late(3, 50), amongMany(late(5, 50), 'PayOwed', 'letter-sent')],
    },
    LettersDeliveredFastAlarm: {
      bad: slow(14, 8),
      orBad: delayed(14, 8),
      almost: [slow(2, 4), both(2, 4), ...[slow(3, 4), delayed(3, 4)].map(amongDelivered)],
    },
    LettersDeliveredSlowAlarm: {
      bad: slow(24, 20),
      orBad: delayed(24, 20),
      almost: [slow(3, 50), both(3, 50), ...[slow(5, 50), delayed(5, 50)].map(amongDelivered)],
    },
  };
}
