import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { publicSideOf } from '#casework/importer/public-side.ts';
import type { Case } from '#domain/case/case.ts';
import { missingForClearance } from '#domain/case/clearance/clearance.ts';
import { notUs } from '#domain/case/moves/freeze.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { ada, after, at, luis, moves, nameOnFile, on, readyQuery, readyUpdate } from './moves-cases.ts';

/** *This was not us*: all stops until a licensed member lifts it, and what was checked by then proves nothing. */
const told = after(readyUpdate, luis, moves['tell-earlier']);
const cleared = after(told, luis, moves.clear);
const said = (of: Case, minutes = 500): Case => {
  const next = notUs(of, 't1', { now: at(minutes), broker });
  if (!next) throw new Error('nothing changed');
  return next;
};
const kinds = (of: Case) => of.letters.map(({ kind, about = '' }) => `${kind} ${about}`.trim());
const asked = { now: at(5000), broker };
const accepted = { move: 'answer', outcome: 'accepted', values: { acceptedAt: '2026-11-16T15:00:00Z' } } as const;

describe('an earlier contact who says no', () => {
  const frozen = said(cleared);

  it('freezes the case, locks its tools and alerts the team, in one write', () => {
    expect(frozen).toMatchObject({ rev: cleared.rev + 1, version: cleared.version + 1, movedBy: 'earlier-contact' });
    expect(frozen.frozen).toEqual({ at: at(500).toISOString(), who: 'earlier-contact' });
    expect(frozen).not.toHaveProperty('cleared');
    expect(kinds(frozen)).toContain('team-alert not-us');
    expect(frozen.timeline.at(-1)).toMatchObject({ who: 'earlier-contact', what: 'not-us', about: { telling: 't1' } });
  });

  it('says it once', () => {
    expect(notUs(frozen, 't1', { now: at(501), broker })).toBeUndefined();
    expect(notUs(cleared, 't9', { now: at(501), broker })).toBeUndefined();
  });

  it.each([
    ['clear', moves.clear],
    ['convert', { move: 'convert', to: 'name-query' } as const],
    ['an answer that needs no clearance', { move: 'answer', outcome: 'needs-power-of-attorney', values: {} } as const],
  ])('lets nobody do this: %s', (_, move) => {
    expect(makeMove(frozen, move, on(ada, 600))).toEqual({ refused: { code: 'frozen' } });
  });

  it('keeps what CBP answered recordable, held, with a licensed member’s reason', () => {
    const step = makeMove(frozen, { ...accepted, override: 'It was filed an hour before.' }, on(ada, 600));
    expect('moved' in step && step.moved.outcome).not.toHaveProperty('releasedAt');
  });

  it('lets a licensed member lift it with a reason, and wants the checks of the request anew', () => {
    expect(makeMove(frozen, moves.unfreeze, on(luis, 600))).toEqual({ refused: { code: 'licensed-only' } });
    const lifted = after(frozen, ada, moves.unfreeze);
    expect(lifted).not.toHaveProperty('frozen');
    expect(missingForClearance(frozen, asked)).toContain('frozen');
    // And another member looks: nobody waves a no away alone.
    expect(missingForClearance(lifted, asked)).toEqual(['earlier-contact', 'call-back', 'certifier', 'second-look']);
  });

  it('owes no answer that has not left, and shows none to who asked', () => {
    const query = after(readyQuery, luis, moves.clear, nameOnFile);
    expect(publicSideOf(query)).toMatchObject({ state: 'answered', end: { code: 'name-on-file' } });
    const stopped = after(query, luis, moves.freeze);
    expect(kinds(stopped)).not.toContain('outcome');
    const side = publicSideOf(stopped);
    expect(side).toMatchObject({ state: 'open', waits: false });
    expect(JSON.stringify(side)).not.toMatch(/ACME IMPORTS, LLC|frozen/);
  });

  it('takes no answer from the page that was mailed already: that it went would tell of the hold', () => {
    const query = after(readyQuery, luis, moves.clear, nameOnFile);
    const mailed: Case = { ...query, letters: query.letters.map((one) => ({ ...one, state: 'sent' as const })) };
    expect(publicSideOf(after(mailed, luis, moves.freeze))).toEqual(publicSideOf(mailed));
    const anew = after(mailed, luis, moves.reopen, moves.clear, nameOnFile, moves.freeze);
    expect(publicSideOf(anew)).toMatchObject({ state: 'open', waits: false });
  });

  it('makes a receiver be known anew, who was known before anybody said no', () => {
    const lifted = after(after(readyQuery, luis, moves.freeze), ada, moves.unfreeze);
    expect(missingForClearance(lifted, asked)).toEqual(['receiver']);
  });

  it('freezes a case that is over, too: what was filed may have to be turned back', () => {
    const filed = after(cleared, luis, accepted);
    expect(kinds(filed)).toContain('earlier-contact-filed t1');
    expect(said(filed)).toMatchObject({ state: 'answered', frozen: { who: 'earlier-contact' } });
  });
});

const lost = (change: object): Case => ({
  ...cleared,
  letters: cleared.letters.map((one) => (one.kind === 'earlier-contact' ? { ...one, ...change } : one)),
});

it.each([
  ['came back', after(cleared, luis, moves['came-back'])],
  ['bounced', lost({ bouncedAt: '2026-11-16T15:00:00.000Z' })],
  ['could not be sent', lost({ state: 'parked' })],
])('tells nobody that a change was made whose letter %s', (_, of) => {
  expect(kinds(after(of, luis, accepted))).not.toContain('earlier-contact-filed t1');
});

it('is asked of a member only once', () => {
  const frozen = after(readyQuery, luis, moves.freeze);
  expect(makeMove(frozen, moves.freeze, on(luis))).toEqual({ refused: { code: 'frozen' } });
  expect(makeMove(readyQuery, moves.unfreeze, on(ada))).toEqual({ refused: { code: 'not-frozen' } });
});
