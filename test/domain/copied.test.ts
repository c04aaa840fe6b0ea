import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '#domain/case/case.ts';
import { holdingItsLetters, owingItsParked } from '#domain/case/copied.ts';
import { leaseLetter, letterFailed, letterSent, nextDueLetter, owedAt } from '#domain/case/letters.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { broker } from '../../broker.config.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const [first, second, third] = opened('email-update').letters;
if (!first || !second || !third) throw new Error('an email update owes three letters');
const withLetters = (...letters: readonly Letter[]): Case => ({ ...opened('email-update'), letters: [...letters] });
const days = (n: number) => new Date(aMonday.getTime() + n * 24 * 3600 * 1000);
const sent = letterSent('m-1')(leaseLetter(first, aMonday), aMonday);
const leased = leaseLetter(second, aMonday);
const parked = letterFailed('Throttling', 0)(leaseLetter(third, aMonday), days(4));

describe('a case out of a copy', () => {
  it('holds what it owed, and says why; what was sent or parked stays', () => {
    const copied = holdingItsLetters(withLetters(sent, leased, parked));
    const { leasedUntil: _, ...unleased } = leased;
    expect(copied.letters).toEqual([sent, { ...unleased, state: 'held', heldFor: 'restored' }, parked]);
    expect(owedAt(copied)).toBeUndefined();
    expect(copied.rev).toBe(withLetters(sent).rev + 1);
  });

  it('is the very same when it owed nothing, also the second time', () => {
    const settled = withLetters(sent, parked);
    expect(holdingItsLetters(settled)).toBe(settled);
    const copied = holdingItsLetters(withLetters(first));
    expect(holdingItsLetters(copied)).toBe(copied);
  });

  it('owes a letter again that a member lets go', () => {
    const copied = holdingItsLetters(withLetters(first));
    const [member] = broker.members;
    if (!member) throw new Error('the broker has members');
    const step = makeMove(copied, { move: 'let-go', letter: first.id }, { by: member, now: days(1), broker });
    expect('moved' in step && nextDueLetter(step.moved, days(1))?.id).toBe(first.id);
  });
});

describe('a case whose letters were parked', () => {
  it('owes them again as on the first day, and no other', () => {
    const again = owingItsParked(withLetters(sent, parked), days(9));
    expect(again?.letters[0]).toEqual(sent);
    expect(again?.letters[1]).toMatchObject({ state: 'owed', attempts: 0, nextAt: days(9).toISOString() });
    expect(again?.rev).toBe(withLetters(sent).rev + 1);
    const lastTry = letterFailed('Throttling', 0)(leaseLetter(again?.letters[1] ?? parked, days(9)), days(11));
    expect(lastTry.state).toBe('owed');
  });

  it('is nothing to redrive when none is parked', () => {
    expect(owingItsParked(withLetters(sent, leased), days(9))).toBeUndefined();
  });
});
