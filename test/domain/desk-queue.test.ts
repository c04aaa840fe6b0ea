import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseStates, closedStates } from '#domain/case/case.ts';
import type { Card } from '#domain/desk/card.ts';
import { queueQuerySchema } from '#domain/desk/queue.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { asQuery } from '../../web/src/desk/api/call.ts';
import { backAddress } from '../../web/src/desk/api/session.ts';
import { labelled, ticksTo } from '../../web/src/desk/insights/scale.ts';
import { eventWords } from '../../web/src/desk/trail/words.ts';
import { everything, filterOf, looksLikeSsn, saidOf, stateNames } from '../../web/src/desk/queue/filter.ts';
import { typeNames } from '../../web/src/desk/words/types.ts';
import { groupOf, grouped } from '../../web/src/desk/queue/groups.ts';
import { once, renewed } from '../../web/src/desk/queue/merge.ts';
import { arrived, isNews } from '../../web/src/desk/queue/news.ts';
import { spanWords } from '../../web/src/desk/queue/span.ts';
import { outcomeName } from '../../web/src/desk/words/case-words.ts';

const now = Date.parse('2026-11-23T15:00:00Z');

const card = (digest: string, more: Partial<Card> = {}): Card => ({
  reference: 'H7K2M-9QXTC',
  digest,
  type: 'name-query',
  state: 'new',
  companyName: 'ACME IMPORTS LLC',
  importer: 'EIN ending 4567',
  openedAt: '2026-11-20T10:00:00Z',
  dueAt: '2026-11-23T20:00:00Z',
  confirmed: true,
  flagged: false,
  cleared: false,
  frozen: false,
  parked: false,
  held: false,
  version: 1,
  ...more,
});

describe('the address of a list', () => {
  it('knows the states and types of the domain, open ones first', () => {
    expect(stateNames).toEqual(caseStates);
    expect(stateNames.slice(3)).toEqual(closedStates);
    expect(typeNames).toEqual([...requestTypeNames].sort());
  });

  it.each([
    ['', everything],
    ['?who=mine&overdue=yes', { ...everything, who: 'mine', overdue: true }],
    ['?state=waiting', { ...everything, state: 'waiting' }],
    ['?state=answered&overdue=yes', { ...everything, of: 'closed', state: 'answered' }],
    ['?of=closed&flagged=yes', { ...everything, of: 'closed', flagged: true }],
    ['?held=yes', { ...everything, held: true }],
    ['?type=email-update', { ...everything, type: 'email-update' }],
    ['?q=+acme+', { ...everything, q: 'acme' }],
    ['?state=toString&who=everyone&type=x&of=y&flagged=no', everything],
  ])('%s', (search, filter) => {
    expect(filterOf(search)).toEqual(filter);
  });

  it('says again what it read, in words that the door takes', () => {
    const values = fc.record({
      of: fc.constantFrom('open', 'closed', 'x', ''),
      who: fc.constantFrom('anyone', 'mine', 'nobody', ''),
      state: fc.constantFrom(...caseStates, ''),
      type: fc.constantFrom(...requestTypeNames, ''),
      flagged: fc.constantFrom('yes', ''),
      overdue: fc.constantFrom('yes', ''),
      held: fc.constantFrom('yes', ''),
    });
    fc.assert(
      fc.property(values, (said) => {
        const filter = filterOf(asQuery(said));
        expect(filterOf(asQuery(saidOf(filter)))).toEqual(filter);
        expect(queueQuerySchema.safeParse(saidOf(filter)).success).toBe(true);
      }),
    );
  });

  it.each([
    ['123-45-6789', true],
    ['find 123 45 6789 please', true],
    ['95-1234567', false],
    ['252704-12345', false],
    ['H7K2M-9QXTC', false],
    ['5123-45-67890', false],
  ])('%s: looks like a Social Security number: %s', (text, looks) => {
    expect(looksLikeSsn(text)).toBe(looks);
  });
});

describe('the way back after signing in', () => {
  it.each([
    ['/desk/case/?reference=H7K2M-9QXTC', '/desk/case/?reference=H7K2M-9QXTC'],
    ['/desk/?who=mine&q=a%20b', '/desk/?who=mine&q=a%20b'],
    ['', '/desk/'],
    ['https://elsewhere.example/desk/', '/desk/'],
    ['//elsewhere.example', '/desk/'],
    ['/desk//elsewhere.example', '/desk/'],
    ['/desk/../en/', '/desk/'],
    ['/desk/\\elsewhere.example', '/desk/'],
    ['/desk/sign-in/?back=/desk/', '/desk/'],
    ['javascript:alert(1)', '/desk/'],
    ['/api/desk/sign-out', '/desk/'],
  ])('%s leads to %s', (back, to) => {
    expect(backAddress(`?back=${encodeURIComponent(back)}`)).toBe(to);
  });
});

describe('the parts of a list', () => {
  it.each([
    [{ dueAt: '2026-11-23T14:59:00Z' }, 'overdue'],
    [{ dueAt: '2026-11-23T15:00:00Z' }, 'today'],
    [{ dueAt: '2026-11-23T23:59:00Z' }, 'today'],
    [{ dueAt: '2026-11-24T00:00:00Z' }, 'tomorrow'],
    [{ dueAt: '2026-11-25T00:00:00Z' }, 'later'],
    [{ dueAt: '2026-11-01T00:00:00Z', confirmed: false }, 'unconfirmed'],
    [{ dueAt: '2026-11-01T00:00:00Z', closedAt: '2026-11-02T00:00:00Z' }, 'over'],
  ] as const)('%o is %s', (more, name) => {
    expect(groupOf(card('a', more), now)).toBe(name);
  });

  it('stand in the order of work, and lose nothing', () => {
    const cards = [
      card('a', { confirmed: false }),
      card('b', { dueAt: '2026-11-30T00:00:00Z' }),
      card('c', { dueAt: '2026-11-20T00:00:00Z' }),
      card('d'),
    ];
    const groups = grouped(cards, now).map(({ name, cards }) => [name, cards.map(({ digest }) => digest).join()]);
    expect(groups).toEqual([
      ['overdue', 'c'],
      ['today', 'd'],
      ['later', 'b'],
      ['unconfirmed', 'a'],
    ]);
  });
});

describe('what is new', () => {
  const looked = '2026-11-22T17:00:00Z';
  const later = '2026-11-22T18:00:00Z';
  it.each([
    ['an old case', {}, looked, false],
    ['a case that came since', { openedAt: later }, looked, true],
    ['moved by another member', { movedAt: later, movedBy: 'luis@harborpine.example' }, looked, true],
    ['moved by the importer', { movedAt: later, movedBy: 'importer' }, looked, true],
    ['moved by its reader', { movedAt: later, movedBy: 'ada@harborpine.example' }, looked, false],
    ['all, for who never looked', { openedAt: later }, undefined, false],
  ])('%s', (_, more, lookedAt, news) => {
    expect(isNews(card('a', more), lookedAt, 'ada@harborpine.example')).toBe(news);
  });

  it('counts what arrived', () => {
    expect(arrived([card('a')], [card('b'), card('a'), card('c')])).toBe(2);
  });
});

describe('a list that is read again', () => {
  const digests = (cards: readonly Card[]) => cards.map(({ digest }) => digest).join('');
  const list = (names: string) => Array.from(names, (name) => card(name));

  it.each([
    ['all of it: what is gone is gone', 'abcd', 'bd', true, 'bd'],
    ['its first part: the rest stays', 'abcdef', 'xab', false, 'xabdef'],
    ['its first part: a case that came up from the rest is there once', 'abcdef', 'abe', false, 'abedf'],
  ])('%s', (_, before, fresh, readAll, after) => {
    expect(digests(renewed(list(before), list(fresh), readAll))).toBe(after);
  });

  it('shows the later reading of a case that came twice', () => {
    expect(
      once([card('a', { version: 1 }), card('b'), card('a', { version: 2 })]).map(({ version }) => version),
    ).toEqual([2, 1]);
  });
});

describe('words and scales', () => {
  it.each([
    [20_000, '1 minute'],
    [45 * 60_000, '45 minutes'],
    [90 * 60_000, '2 hours'],
    [35 * 3_600_000, '35 hours'],
    [50 * 3_600_000, '2 days'],
  ])('%i ms are %s', (span, says) => {
    expect(spanWords(span)).toBe(says);
  });

  it('puts an axis above every value, in few round steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (highest) => {
        const ticks = ticksTo(highest);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });

  it('labels the last of many days, and no more than there is room for', () => {
    const isLabelled = labelled(90, 320, 66);
    const at = Array.from({ length: 90 }, (_, day) => day).filter(isLabelled);
    expect(at.at(-1)).toBe(89);
    expect(at.length).toBeLessThanOrEqual(5);
  });

  it.each([
    [{ what: 'signed-in', about: { with: 'passkey' } }, 'Signed in with a passkey'],
    [{ what: 'exported', about: { export: 'cases', rows: '65' } }, 'Took away the list of cases (rows: 65)'],
    [
      { what: 'passkeys-reset', about: { member: 'luis@x.example', reason: 'Lost' } },
      'Reset the passkeys of Luis: Lost',
    ],
    [{ what: 'code-made', about: { member: 'luis@x.example', by: 'phone' } }, 'Made a code for Luis (by: phone)'],
    [{ what: 'something-new', about: { a: 'b' } }, 'something-new (a: b)'],
  ])('%o on record reads: %s', (event, says) => {
    const whole = { at: '2026-11-22T10:00:00Z', who: 'ada@x.example', name: 'Ada', ...event };
    expect(eventWords(whole, () => 'Luis')).toBe(says);
  });

  it('shows an outcome without words by its code', () => {
    expect([outcomeName('accepted'), outcomeName('what-is-this')]).toEqual(['Accepted by CBP', 'what-is-this']);
  });
});
