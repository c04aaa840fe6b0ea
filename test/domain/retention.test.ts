import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { recordDutiesOf } from '#domain/case/record-duty.ts';
import { endOfTime, expiryOf, isExpired } from '#domain/case/retention.ts';
import { askErasure, erasureDue } from '#domain/case/moves/ask-erasure.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { traceOf } from '#domain/case/trace.ts';
import { aMonday } from '#test/fakes/requests.ts';
import {
  ada,
  after,
  checkOf,
  conditions,
  confirmed,
  guarded,
  luis,
  moves,
  nameOnFile,
  on,
  override,
  query,
  readyQuery,
  update,
} from './moves-cases.ts';

const DAY = 24 * 3600 * 1000;
const days = { unconfirmed: 90, declined: 365, closed: 1827, powerOfAttorney: 1827 };
const daysAfter = (from: string | undefined, n: number) => new Date(Date.parse(from ?? '') + n * DAY).toISOString();

const client = after(query, luis, checkOf('power-of-attorney'), moves.decline);
const clientNoMore = after(
  query,
  luis,
  checkOf('power-of-attorney'),
  checkOf('power-of-attorney', 'failed'),
  moves.decline,
);

const seen = {
  move: 'check',
  kind: 'power-of-attorney',
  result: 'passed',
  person: 'Rosa Alvarez',
  source: 'Client file',
  on: '2026-11-02',
} as const;
/** Answered on the strength of a power of attorney that says when it ends. */
const power = (ends: string): Case =>
  after(after(confirmed(query), luis, { ...seen, ends }, checkOf('receiver'), moves.clear), luis, nameOnFile);
const ended = (day: string) => after(conditions.answered, luis, { ...moves['power-ended'], on: day });
const held = after(conditions.answered, ada, moves['legal-hold']);
const erased = after(query, ada, moves.erase);

const toldClient = after(update, luis, moves['tell-earlier'], moves.decline);
const saidNo = after(query, luis, moves.freeze, moves.decline);

describe('when a case may be deleted', () => {
  it.each([
    ['nobody touched or confirmed it: 90 days from its opening', query, daysAfter(query.openedAt, 90)],
    ['its mailbox was confirmed: not while it is open', confirmed(query), undefined],
    ['a member worked on it: not while it is open', conditions.open, undefined],
    ['it waits for the importer: not while it is open', conditions.waiting, undefined],
    ['answered: five years after its end', conditions.answered, daysAfter(conditions.answered.closedAt, 1827)],
    ['closed: five years after its end', conditions.closed, daysAfter(conditions.closed.closedAt, 1827)],
    ['declined, no client: one year after its end', conditions.declined, daysAfter(conditions.declined.closedAt, 365)],
    ['declined, a client by power of attorney: five years', client, daysAfter(client.closedAt, 1827)],
    ['declined, the power of attorney failed later: one year', clientNoMore, daysAfter(clientNoMore.closedAt, 365)],
    ['declined after a contact of our file was told: five years', toldClient, daysAfter(toldClient.closedAt, 1827)],
    ['declined after somebody said no: five years', saidNo, daysAfter(saidNo.closedAt, 1827)],
    ['reopened: not while it is open', after(conditions.closed, luis, moves.reopen), undefined],
    ['a power of attorney that ends later: five years after that', power('2028-03-01'), '2033-03-02T00:00:00.000Z'],
    [
      'a power of attorney that ends before the case: five years after the case',
      power('2026-11-16'),
      daysAfter(power('2026-11-16').closedAt, 1827),
    ],
    [
      'a power of attorney that ended before: five years after the case, which is later',
      ended('2026-11-10'),
      daysAfter(conditions.answered.closedAt, 1827),
    ],
    ['under legal hold: never', held, undefined],
    ['under legal hold before anybody worked on it: never', guarded['under legal hold'], undefined],
    [
      'the legal hold ended: as if there had been none',
      after(held, ada, moves['end-legal-hold']),
      daysAfter(held.closedAt, 1827),
    ],
    ['reopened under legal hold: never', after(held, ada, moves.reopen), undefined],
    ['deleted by a member: at once', erased, erased.erasing?.at],
    ['an update that nobody confirmed: 90 days', update, daysAfter(update.openedAt, 90)],
  ] as const)('%s', (_, of: Case, expiry) => {
    expect(expiryOf(of, days)).toBe(expiry);
  });

  it('is written by every move', () => {
    for (const of of [conditions.open, conditions.answered, conditions.declined, conditions.closed])
      expect(of.expiresAt).toBe(expiryOf(of, broker.retentionDays));
    expect(query.expiresAt).toBe(expiryOf(query, broker.retentionDays));
  });
});

describe('a case past its time', () => {
  const ends = { expiresAt: aMonday.toISOString() };
  it.each([
    [ends, 0, true],
    [ends, -1, false],
    [{}, 9e9, false],
  ] as const)('%j, %d ms after', (of, ms, expired) => {
    expect(isExpired(of, new Date(aMonday.getTime() + ms))).toBe(expired);
  });
});

describe('the end of a power of attorney', () => {
  it('is recorded later, on a case that is over too, and moves the time for which it is evidence', () => {
    // Five years on, somebody revokes it: the case is evidence of it for another five.
    const late = { ...on(luis), now: new Date('2031-06-02T15:00:00Z') };
    const step = makeMove(conditions.answered, { ...moves['power-ended'], on: '2031-06-01' }, late);
    expect(step).toMatchObject({ moved: { state: 'answered', expiresAt: '2036-06-01T00:00:00.000Z' } });
  });

  it.each([
    ['that is to come', { ...moves['power-ended'], on: '2026-11-18' }, 'in-the-future'],
    ['where none is on record', undefined, 'no-power'],
  ] as const)('%s is refused', (_, move, code) => {
    const step = makeMove(move ? readyQuery : query, move ?? moves['power-ended'], on(luis));
    expect(step).toEqual({ refused: { code } });
  });

  it('asks for a new one before an open case is cleared', () => {
    const of = after(readyQuery, luis, moves['power-ended']);
    expect(makeMove(of, moves.clear, on(luis, 900))).toEqual({
      refused: { code: 'checks-missing', checks: ['power-of-attorney'] },
    });
  });
});

describe('why a case goes', () => {
  it.each([
    [query, 'unconfirmed'],
    [conditions.declined, 'declined'],
    [client, 'closed'],
    [conditions.answered, 'closed'],
    [conditions.closed, 'closed'],
    [erased, 'erased'],
  ] as const)('%#: %s', (of, why) => {
    expect(endOfTime(of)).toBe(why);
  });
});

const answered = (outcome: string) => after(query, luis, { move: 'answer', outcome, values: {} });
const weighed = (level: 'some' | 'high'): Case => ({ ...query, risk: { at: query.openedAt, level, flags: [] } });
const wasHigh = [...query.timeline, { at: query.openedAt, who: 'desk', what: 'weighed', about: { level: 'high' } }];
const closedUpdate = after(update, luis, moves.close);

describe('what must stay though its importer wants it gone', () => {
  const suspicion = after(query, luis, { move: 'decline', reason: 'suspicion' });
  it.each([
    ['nobody worked on it', query, []],
    ['its mailbox is confirmed, no more', confirmed(query), []],
    ['declined: no client', after(query, luis, moves.decline), []],
    ['closed without work at CBP', closedUpdate, []],
    ['answered with what tells nothing of a record', answered('needs-power-of-attorney'), []],
    ['somebody works on it', after(query, luis, moves.take), ['open-work']],
    ['reopened', after(closedUpdate, luis, moves.reopen), ['open-work']],
    ['a power of attorney was seen', client, ['power-of-attorney']],
    ['one was seen, and failed later', clientNoMore, ['power-of-attorney']],
    [
      'cleared and declined',
      after(readyQuery, luis, moves.clear, moves.decline),
      ['power-of-attorney', 'customs-business'],
    ],
    [
      'answered from CBP’s record',
      after(readyQuery, luis, moves.clear, nameOnFile),
      ['power-of-attorney', 'customs-business'],
    ],
    ['recorded without clearance', after(after(query, ada, override), ada, moves.close), ['customs-business']],
    ['declined on suspicion', suspicion, ['suspected']],
    [
      'declined on suspicion, then reopened and closed',
      after(suspicion, ada, moves.reopen, moves.close),
      ['suspected'],
    ],
    ['flagged', after(closedUpdate, luis, moves.flag), ['suspected']],
    [
      'flagged, and the flag taken off by who raised it',
      after(closedUpdate, luis, moves.flag, moves.unflag),
      ['suspected'],
    ],
    [
      'declined after a person said that it is not theirs',
      after(update, luis, checkOf('call-back', 'failed'), moves.decline),
      ['suspected'],
    ],
    ['weighed as risky', weighed('high'), ['suspected']],
    ['weighed as risky before it became another request', { ...weighed('some'), timeline: wasHigh }, ['suspected']],
    ['weighed as harmless', weighed('some'), []],
    [
      'frozen once, and the freeze lifted',
      after(after(closedUpdate, ada, moves.freeze), ada, moves.unfreeze),
      ['suspected'],
    ],
    ['an earlier contact was told', after(guarded.told, luis, moves.close), ['earlier-contact']],
    ['under legal hold', guarded['under legal hold'], ['legal-hold', 'open-work']],
  ] as const)('%s: %s', (_, of: Case, duties) => {
    expect(recordDutiesOf(of)).toEqual(duties);
    const step = makeMove(of, moves.erase, on(ada, 900));
    expect('refused' in step ? step.refused : undefined).toEqual(
      duties.length === 0 ? undefined : { code: 'record-duty', duties },
    );
  });

  it('is decided by a licensed member', () => {
    expect(makeMove(query, moves.erase, on(luis))).toEqual({ refused: { code: 'licensed-only' } });
  });

  it('lets only the last letter leave', () => {
    expect(erased.letters.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['erased owed']);
  });
});

describe('an importer who asks to be deleted', () => {
  const asking = { now: new Date('2026-12-01T12:00:00Z'), broker };
  const asked = askErasure(query, asking);

  it('is heard by the team, and by nothing else: a member decides', () => {
    expect(asked).toMatchObject({
      state: 'new',
      erasureAskedAt: '2026-12-01T12:00:00.000Z',
      confirmed: {},
      rev: query.rev + 1,
      version: query.version + 1,
    });
    expect(asked?.letters.at(-1)).toMatchObject({ kind: 'team-alert', to: 'team', about: 'erasure', state: 'owed' });
    expect(asked?.timeline.at(-1)).toEqual({ at: '2026-12-01T12:00:00.000Z', who: 'importer', what: 'erasure-asked' });
    expect(asked?.expiresAt).toBe(query.expiresAt);
  });

  it('asks once', () => {
    expect(asked && askErasure(asked, asking)).toBeUndefined();
  });

  it('is told a day that is thirty days away', () => {
    expect(erasureDue('2026-12-01T12:00:00.000Z')).toBe('2026-12-31T12:00:00.000Z');
  });
});

describe('what stays of a case', () => {
  const now = new Date('2027-03-01T00:00:00Z');
  const trace = traceOf(conditions.answered, { caseHash: 'a', importerHash: 'b' }, now);

  it('is its key, its dates, why it went, and what the hashes say', () => {
    const { reference, digest, type, openedAt, closedAt, expiresAt } = conditions.answered;
    expect(trace).toEqual({
      ...{ format: 1, reference, digest, type, openedAt, closedAt, expiredAt: expiresAt, why: 'closed' },
      ...{ forgottenAt: now.toISOString(), caseHash: 'a', importerHash: 'b', keptUntil: '2037-03-01T00:00:00.000Z' },
    });
  });

  it('names nobody: no answer of the case stands in it', () => {
    const kept = JSON.stringify(trace).toLowerCase();
    for (const answer of Object.values(conditions.answered.answers).filter((said) => said.length > 3))
      expect(kept).not.toContain(answer.toLowerCase());
  });
});
