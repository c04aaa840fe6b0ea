import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '#domain/case/case.ts';
import { leaseLetter, letterFailed, letterSent, owedAt } from '#domain/case/letters.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { hasPutAside, isPutAside, owingItsPutAside, owingTeamAgain } from '#domain/case/put-aside.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { luis, on } from './moves-cases.ts';

const [team, contact, third] = opened('email-update').letters;
if (!team || !contact || !third) throw new Error('an email update owes three letters');
const withLetters = (...letters: readonly Letter[]): Case => ({ ...opened('email-update'), letters: [...letters] });
const days = (n: number) => new Date(aMonday.getTime() + n * 24 * 3600 * 1000);
const at = (n: number) => days(n).toISOString();
const sentNow = (letter: Letter) => letterSent('m-1')(leaseLetter(letter, aMonday), aMonday);
const sent = sentNow(team);
const lost: Letter = { ...sent, bouncedAt: at(1), bounce: { type: 'permanent', sub: 'General' } };
const parked = letterFailed('Throttling', 0)(leaseLetter(third, aMonday), days(4));

describe('a letter is put aside', () => {
  it.each<[boolean, string, Letter]>([
    [false, 'to the team, sent', sent],
    [true, 'to the team, came back', lost],
    [true, 'to the team, refused', { ...sent, told: { rejectedAt: at(1) } }],
    [true, 'to the team, delivered and then sent back', { ...lost, told: { deliveredAt: at(0.5) } }],
    [false, 'to the team, whose second mail arrived', { ...lost, told: { deliveredAt: at(2) } }],
    [false, 'to the team, and read there as spam', { ...lost, told: { complainedAt: at(2) } }],
    [false, 'to the team, delayed', { ...sent, told: { delayedAt: at(1) } }],
    [false, 'to the contact, came back: the case says so', { ...sentNow(contact), bouncedAt: at(1) }],
    [true, 'given up, whoever it is to', parked],
    [false, 'held', { ...contact, state: 'held' }],
  ])('%s: %s', (expected, _, letter) => {
    expect(isPutAside([letter], letter)).toBe(expected);
    expect(cardOf(withLetters(letter)).parked).toBe(expected);
  });

  it('until a later letter of its kind takes its place, wherever that one is', () => {
    const again: Letter = { ...team, id: 'team-request-7' };
    for (const later of [again, sentNow(again), { ...again, state: 'held' as const }])
      expect(hasPutAside(withLetters(lost, later))).toBe(false);
    const other: Letter = { ...sentNow(again), kind: 'team-alert' };
    expect(hasPutAside(withLetters(lost, other))).toBe(true);
    expect(hasPutAside(withLetters(lost, { ...sentNow(again), bouncedAt: at(2) }))).toBe(true);
  });

  it('until a member sends it again', () => {
    const step = makeMove(withLetters(lost), { move: 'let-go', letter: lost.id }, on(luis, 60));
    if ('refused' in step) throw new Error(step.refused.code);
    expect(hasPutAside(step.moved)).toBe(false);
    expect(owedAt(step.moved)).toBeDefined();
  });
});

describe('what is put aside, owed again', () => {
  it('as on the first day, and nothing else', () => {
    const again = owingItsPutAside(withLetters(sent, parked), days(9));
    expect(again?.letters[0]).toEqual(sent);
    expect(again?.letters[1]).toMatchObject({ state: 'owed', attempts: 0, nextAt: at(9) });
    expect(again?.rev).toBe(withLetters(sent).rev + 1);
    const lastTry = letterFailed('Throttling', 0)(leaseLetter(again?.letters[1] ?? parked, days(9)), days(11));
    expect(lastTry.state).toBe('owed');
  });

  it('with a new letter in the place of one that the team never got, once', () => {
    const of = withLetters({ ...lost, about: 'q1' }, parked);
    const again = owingItsPutAside(of, days(9));
    expect(again?.letters).toMatchObject([
      { id: lost.id, state: 'sent', bouncedAt: at(1) },
      { id: parked.id, state: 'owed' },
      { id: `${team.kind}-${String(of.rev + 1)}`, to: 'team', about: 'q1', state: 'owed', owedSince: at(9) },
    ]);
    expect(again?.rev).toBe(of.rev + 1);
    expect(again && owingItsPutAside(again, days(9))).toBeUndefined();
  });

  it('is nothing where nothing is put aside', () => {
    expect(owingItsPutAside(withLetters(sent, contact), days(9))).toBeUndefined();
  });

  it('is for the team alone when a mailbox of the team works again', () => {
    const again = owingTeamAgain(withLetters(lost, parked), days(9));
    expect(again?.letters.map(({ to, state }) => [to, state])).toEqual([
      ['team', 'sent'],
      [parked.to, 'parked'],
      ['team', 'owed'],
    ]);
    expect(again && owingTeamAgain(again, days(9))).toBeUndefined();
    expect(owingTeamAgain(withLetters(sent, parked), days(9))).toBeUndefined();
  });

  it('is nothing of a case that is being erased', () => {
    const erasing = { at: at(1), who: luis.email, name: luis.name };
    expect(owingTeamAgain({ ...withLetters(lost), erasing }, days(9))).toBeUndefined();
  });
});
