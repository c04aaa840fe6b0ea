import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '#domain/case/case.ts';
import { broughtBack, holdingItsLetters } from '#domain/case/copied.ts';
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
    expect(copied.letters).toEqual([
      sent,
      { ...unleased, state: 'held', heldFor: 'restored', mayBeTwice: true },
      parked,
    ]);
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

describe('a case that is brought back', () => {
  const copy = withLetters(first);
  const link = {
    ...({ hash: 'a', purpose: 'case', mailbox: 'contact', letterId: first.id } as const),
    ...{ madeAt: aMonday.toISOString(), expiresAt: days(9).toISOString() },
  };

  it('is the copy with its letters held, newer than anything that was read of it, and says so', () => {
    const today = { ...copy, state: 'closed' as const, rev: 9, version: 4 };
    const back = broughtBack(copy, today, days(2));
    expect(back).toMatchObject({ state: copy.state, rev: 10, version: 5 });
    expect(back.letters[0]?.state).toBe('held');
    expect(back.timeline).toEqual([...copy.timeline, { at: days(2).toISOString(), who: 'desk', what: 'brought-back' }]);
  });

  it('keeps what protects somebody today', () => {
    const by = { at: days(1).toISOString(), who: 'earlier-contact' };
    const legalHold = { ...by, name: 'Ada Osei', reason: 'a court asks' };
    const today = { ...copy, frozen: by, frozenAt: by.at, legalHold, links: [] };
    const back = broughtBack({ ...copy, links: [link] }, today, days(2));
    expect(back).toMatchObject({ frozen: by, frozenAt: by.at, legalHold, links: [] });
  });

  it('has its own links where nothing is today, or nothing that can be read', () => {
    expect(broughtBack({ ...copy, links: [link] }, undefined, days(2)).links).toEqual([link]);
    expect(broughtBack({ ...copy, links: [link] }, { rev: 7 }, days(2))).toMatchObject({ links: [link], rev: 8 });
  });
});
