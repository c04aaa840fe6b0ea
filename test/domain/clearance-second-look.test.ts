import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Member } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { checkStates, missingForClearance } from '#domain/case/clearance/clearance.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move } from '#domain/case/moves/move.ts';
import {
  ada,
  after,
  at,
  checkOf,
  confirmed,
  luis,
  moves,
  readyUpdate,
  secondPerson,
  update,
  updateChecks,
} from './moves-cases.ts';

/** A risky case wants two pairs of eyes, one of them licensed; a sole broker's own, a working day later. */
const mei: Member = { name: 'Mei Tan', email: 'mei@harborpine.example', role: 'licensed' };
const eve: Member = { name: 'Eve Kim', email: 'eve@harborpine.example', role: 'member' };
const team = { ...broker, members: [ada, luis, mei, eve] };
const alone = { ...broker, members: [ada] };

const risky = (of: Case, level: 'none' | 'some' | 'high' = 'high'): Case => ({
  ...of,
  risk: { at: at(1).toISOString(), level, flags: [{ code: 'free-mail' }] },
});
const both = confirmed(confirmed(update), 'other-mailbox');
const calledBy = (by: Member) => risky(after(after(both, ada, secondPerson), by, ...updateChecks));

const look = (of: Case, by: Member, minutes = 300, where = team) =>
  makeMove(of, moves['look-again'], { by, now: at(minutes), broker: where });
const looked = (of: Case, by: Member, minutes = 300, where = team): Case => {
  const step = look(of, by, minutes, where);
  if ('refused' in step) throw new Error(step.refused.code);
  return step.moved;
};
const later = (of: Case, move: Move, by = luis): Case => {
  const step = makeMove(of, move, { by, now: at(350), broker: team });
  if ('refused' in step) throw new Error(step.refused.code);
  return step.moved;
};
const stateOf = (of: Case) =>
  checkStates(of, { now: at(5000), broker: team }).find(({ kind }) => kind === 'second-look');

describe('a second look', () => {
  it.each([
    ['nothing looks risky', risky(readyUpdate, 'none'), undefined],
    ['something does, a little', risky(readyUpdate, 'some'), undefined],
    ['much does', risky(readyUpdate), 'missing'],
    ['somebody raised a flag', after(readyUpdate, luis, moves.flag), 'missing'],
    ['it was made', looked(calledBy(luis), mei), 'passed'],
    ['a check came after it', later(looked(calledBy(luis), mei), checkOf('certifier')), 'missing'],
    ['somebody was told after it', later(looked(calledBy(luis), mei), moves['tell-earlier']), 'missing'],
    [
      'another person was called in the earlier contact’s stead after it',
      later(looked(calledBy(luis), mei), secondPerson, ada),
      'missing',
    ],
    [
      'a person said no once',
      after(readyUpdate, luis, checkOf('call-back', 'failed'), checkOf('call-back')),
      'missing',
    ],
    [
      'it was declined on suspicion, and reopened',
      after(after(readyUpdate, luis, { move: 'decline', reason: 'suspicion' }), ada, moves.reopen),
      'missing',
    ],
    ['it was reopened after it', later(later(looked(calledBy(luis), mei), moves.close), moves.reopen), 'missing'],
    ['a flag came after it', later(looked(calledBy(luis), mei), moves.flag), 'missing'],
    [
      'the risk rose after it',
      { ...looked(calledBy(luis), mei), risk: { at: at(400).toISOString(), level: 'high', flags: [] } } satisfies Case,
      'missing',
    ],
  ] as const)('when %s: %s', (_, of, state) => {
    expect(stateOf(of)?.state).toBe(state);
  });

  it('keeps the case from being cleared until it is there', () => {
    const asked = { now: at(5000), broker: team };
    expect(missingForClearance(calledBy(luis), asked)).toEqual(['second-look']);
    expect(missingForClearance(looked(calledBy(luis), mei), asked)).toEqual([]);
  });

  it.each([
    ['before the call-back', risky(both), mei, { code: 'look-first' }],
    ['by who called back', calledBy(ada), ada, { code: 'not-your-own-look' }],
    ['by a second member, neither licensed', calledBy(luis), eve, { code: 'no-licence-in-look' }],
  ] as const)('is not made %s', (_, of, by, refused) => {
    expect(look(of, by)).toEqual({ refused });
  });

  it('needs one licence of the two, either way round', () => {
    expect(looked(calledBy(luis), ada).checks.at(-1)).toMatchObject({ who: ada.email, licensed: true });
    expect(looked(calledBy(ada), luis).checks.at(-1)).not.toHaveProperty('licensed');
  });

  it('that fails takes the clearance away', () => {
    const cleared = after(looked(calledBy(luis), mei), luis, moves.clear);
    const step = makeMove(
      cleared,
      { ...moves['look-again'], result: 'failed' },
      { by: ada, now: at(400), broker: team },
    );
    expect('moved' in step && step.moved.cleared).toBeUndefined();
  });
});

describe('a sole broker', () => {
  const called = calledBy(ada);

  it('looks again after a working day, and the record says so', () => {
    // Called on Monday afternoon (UTC): the next day at that time.
    const callAt = called.checks.find(({ kind }) => kind === 'call-back')?.at ?? '';
    const until = new Date(Date.parse(callAt) + 24 * 3600_000).toISOString();
    expect(look(called, ada, 300, alone)).toEqual({ refused: { code: 'too-soon', until } });
    const minutes = (Date.parse(until) - at(0).getTime()) / 60_000;
    const done = looked(called, ada, minutes, alone);
    expect(done.checks.at(-1)).toMatchObject({ kind: 'second-look', solo: true, licensed: true });
    expect(done.timeline.at(-1)).toMatchObject({ what: 'looked-again', about: { result: 'passed', solo: 'yes' } });
    expect(missingForClearance(done, { now: at(minutes + 1), broker: alone })).toEqual([]);
  });
});
