import { describe, expect, it } from 'vitest';
import type { LetterCounts } from '#domain/desk/letter-counts.ts';
import type { Hour, System } from '#domain/desk/system.ts';
import { aMonday } from '#test/fakes/requests.ts';
import {
  areLate,
  deliveredInTime,
  isCanaryLate,
  isKept,
  missingIn,
  share,
  takenInTime,
} from '../../web/src/desk/system/measures.ts';
import { verdictOf } from '../../web/src/desk/system/verdict.ts';
import { setNow } from '../../web/src/desk/ui/clock.ts';
import { query } from './moves-cases.ts';
import { cardOf } from '#domain/desk/card-of.ts';

/** Monday, 15:00 in UTC, which is the zone without a layout that names one. */
const now = aMonday.toISOString();
const ago = (seconds: number): string => new Date(aMonday.getTime() - seconds * 1000).toISOString();
setNow(now);

const letters: LetterCounts = { owed: 0, sent: 0, onTime: 0, delivered: 0, soon: 0, lost: 0, held: 0, parked: 0 };
const hour = (change: Partial<Hour> = {}, counts: Partial<LetterCounts> = {}): Hour => ({
  ...{ hour: '2026-11-16T13', checkedAt: now, accepted: 3, stored: 3, missing: [], settled: true },
  letters: { ...letters, ...counts },
  ...change,
});
const well: System = {
  at: now,
  mailboxes: [
    { mailbox: 'team@broker.example', state: 'well' },
    { mailbox: 'other@broker.example', state: 'well' },
  ],
  debts: { cases: 0, more: false },
  parked: { cards: [], more: false },
  held: { cases: 0, more: false },
  stuck: { records: [], more: false },
  hours: [hour(), hour()],
  canary: { on: false },
};
const stuck = { since: ago(90), nextAt: ago(-60), tries: 2, why: 'ZodError' };
const bounced = { state: 'bounced', since: ago(60) } as const;

describe('the sentence on top', () => {
  it.each<[Partial<System>, string, string]>([
    [{}, 'good', 'No letter is owed.'],
    // A moment is no delay.
    [{ debts: { cases: 1, more: false, oldestSince: ago(20) } }, 'good', 'A case’s letters are on their way.'],
    [{ debts: { cases: 4, more: false, oldestSince: ago(60) } }, 'good', 'Letters of 4 cases are on their way.'],
    [
      { debts: { cases: 1, more: false, oldestSince: ago(61) } },
      'warn',
      'Letters of one case wait since 2:58 PM. We keep trying.',
    ],
    [
      { debts: { cases: 3, more: false, oldestSince: ago(24 * 3600) } },
      'warn',
      'Letters of 3 cases wait, the oldest since yesterday 3:00 PM. We keep trying.',
    ],
    // Not every one of them was read.
    [
      { debts: { cases: 100, more: true, oldestSince: ago(3600) } },
      'warn',
      'Letters of more than 100 cases wait, one of them since 2:00 PM. We keep trying.',
    ],
    [
      { debts: { cases: 2, more: false } },
      'warn',
      'Letters of 2 cases wait. They cannot be read, so nobody knows since when.',
    ],
    [
      { parked: { cards: [cardOf(query)], more: false } },
      'bad',
      'Letters of one case did not go, and are not tried any more.',
    ],
    [
      { parked: { cards: [cardOf(query), cardOf(query)], more: true } },
      'bad',
      'Letters of more than 2 cases did not go, and are not tried any more.',
    ],
    [{ stuck: { records: [stuck], more: false } }, 'bad', 'One record cannot be worked on.'],
    [{ hours: [hour({ missing: ['a', 'b'] })] }, 'bad', '2 requests were accepted and are not stored.'],
    [
      { hours: [hour({ missing: Array.from({ length: 10 }, String) })] },
      'bad',
      'At least 10 requests were accepted and are not stored.',
    ],
    [
      { mailboxes: [{ mailbox: 'team@broker.example', ...bounced }, ...well.mailboxes.slice(1)] },
      'warn',
      'Letters to team@broker.example do not arrive. The team’s letters go to other@broker.example.',
    ],
    [
      { mailboxes: [{ mailbox: 'team@broker.example', ...bounced }] },
      'bad',
      'None of the team’s mailboxes takes letters: nobody hears of new requests by mail.',
    ],
    [
      { canary: { on: true, deliveredAt: ago(36 * 60) } },
      'warn',
      'No test request has gone the whole way since 2:24 PM.',
    ],
    [
      { canary: { on: true, failedAt: ago(60), why: '503' } },
      'warn',
      'No test request has gone the whole way yet, and the last one failed.',
    ],
  ])('of %j', (change, tone, words) => {
    const verdict = verdictOf({ ...well, ...change });
    expect([verdict.tone, verdict.words]).toEqual([tone, words]);
  });

  it('says the worst first, and hides nothing behind it', () => {
    const { words, also } = verdictOf({
      ...well,
      debts: { cases: 1, more: false, oldestSince: ago(3600) },
      stuck: { records: [stuck], more: false },
      hours: [hour({ missing: ['a'] })],
    });
    expect(words).toBe('One request was accepted and is not stored.');
    expect(also).toEqual([
      'One record cannot be worked on.',
      'Letters of one case wait since 2:00 PM. We keep trying.',
    ]);
  });

  it.each([
    [1, false, 'Letters of one case are held until a member lets them go.'],
    [2, false, 'Letters of 2 cases are held until a member lets them go.'],
    [100, true, 'Letters of more than 100 cases are held until a member lets them go.'],
  ])('says what is held back, and calls it no fault: %d', (cases, more, said) => {
    const verdict = verdictOf({ ...well, held: { cases, more } });
    expect([verdict.tone, verdict.words, verdict.also[0]]).toEqual(['good', 'No letter is owed.', said]);
  });

  it('says what the good word rests on, and when nobody has compared', () => {
    expect(verdictOf(well).also).toEqual(['All that was accepted in the last 2 hours that were checked is stored.']);
    expect(verdictOf({ ...well, hours: [] }).also).toEqual([
      'No hour was checked here yet, so nobody has compared what was accepted with what is stored.',
    ]);
  });
});

describe('what is measured', () => {
  it('knows a debt that is late, and a test request that is', () => {
    expect(areLate({ ...well, debts: { cases: 1, more: false } })).toBe(true);
    expect(areLate(well)).toBe(false);
    const canary = (is: System['canary']) => isCanaryLate({ ...well, canary: is });
    expect(canary({ on: false, deliveredAt: ago(99_999) })).toBe(false);
    expect(canary({ on: true })).toBe(false);
    expect(canary({ on: true, deliveredAt: ago(34 * 60), failedAt: ago(9) })).toBe(false);
  });

  it('counts all that was to be sent, and all that did not come back', () => {
    const hours = [
      hour({}, { sent: 996, onTime: 990, delivered: 985, soon: 980, lost: 5, owed: 2, parked: 2, held: 7 }),
      hour({}, { sent: 10, onTime: 10, delivered: 10, soon: 10 }),
    ];
    expect(takenInTime(hours)).toEqual({ promised: 0.999, n: 1000, all: 1010 });
    expect(deliveredInTime(hours)).toEqual({ promised: 0.99, n: 990, all: 1005 });
  });

  it('counts what was delivered in time and called spam later, and is never more than all', () => {
    const ten = { sent: 10, onTime: 10, delivered: 10, soon: 10 };
    const delivered = (counts: Partial<LetterCounts>) => deliveredInTime([hour({}, counts)]);
    expect(delivered({ ...ten, lost: 1, lostSoon: 1 })).toMatchObject({ n: 10, all: 10 });
    expect(delivered({ ...ten, soon: 8, lost: 3, lostSoon: 1 })).toMatchObject({ n: 8, all: 8 });
    expect(delivered({ ...ten, soon: 7, lost: 2, lostSoon: 1 })).toMatchObject({ n: 7, all: 9 });
    // Counted before anybody told the two apart.
    expect(delivered({ ...ten, lost: 1 })).toMatchObject({ n: 10, all: 10 });
  });

  it.each([
    [999, 1000, true, '99.9 %'],
    [998, 1000, false, '99.8 %'],
    [9999, 10_000, true, '99.9 %'],
    [1, 1, true, '100 %'],
    [2, 3, false, '66.6 %'],
  ])('%d of %d: kept %s, %s', (n, all, kept, words) => {
    expect(isKept({ promised: 0.999, n, all })).toBe(kept);
    expect(share(n / all)).toBe(words);
  });

  it('names what is missing over all hours', () => {
    expect(missingIn([hour({ missing: ['a'] }), hour({ missing: ['b', 'c'] })])).toEqual({ n: 3, more: false });
  });
});
