import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '#domain/case/case.ts';
import { deliveryOf, unreachedMailboxes } from '#domain/case/delivery-state.ts';
import { mayLetGo } from '#domain/case/let-go.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { at, luis, on, update } from './moves-cases.ts';

const minute = (n: number): string => at(n).toISOString();

const sent: Letter = {
  ...{ id: 'outcome-3', kind: 'outcome', to: 'contact', state: 'sent', attempts: 1 },
  ...{ owedSince: minute(1), nextAt: minute(1), sentAt: minute(2), mails: ['m'] },
};
const permanent = { type: 'permanent', sub: 'NoEmail' } as const;
const bounced: Letter = { ...sent, bouncedAt: minute(5), bounce: permanent };

describe('where a letter is', () => {
  it.each<[string, Partial<Letter>]>([
    ['owed', { state: 'owed' }],
    ['unclear', { state: 'owed', mayBeTwice: true }],
    ['held', { state: 'held', heldFor: 'bounced' }],
    ['parked', { state: 'parked', mayBeTwice: true }],
    ['sent', {}],
    ['sent', { told: { takenAt: minute(2) } }],
    ['sent', { told: { answeredAt: minute(2) } }],
    ['delayed', { told: { takenAt: minute(2), delayedAt: minute(4) } }],
    ['delivered', { told: { deliveredAt: minute(9), delayedAt: minute(4) } }],
    ['delivered', { told: { deliveredAt: minute(3) }, mayBeTwice: true }],
    // The reader's server took it, and gave it back later.
    ['bounced', { told: { deliveredAt: minute(3) }, bouncedAt: minute(4) }],
    ['complained', { told: { deliveredAt: minute(3), complainedAt: minute(9) } }],
    ['rejected', { told: { takenAt: minute(2), rejectedAt: minute(2) } }],
  ])('%s: %j', (delivery, change) => {
    expect(deliveryOf({ ...sent, ...change })).toBe(delivery);
  });
});

const withLetters = (letters: readonly Letter[], confirmed: Case['confirmed'] = {}): Case => ({
  ...update,
  letters: [...letters],
  confirmed,
});

describe('mailboxes that letters do not reach', () => {
  it.each<[string, readonly Letter[], Case['confirmed'], unknown]>([
    ['none while all arrive', [sent, { ...sent, told: { deliveredAt: minute(3) } }], {}, []],
    ['one that came back', [bounced], {}, [{ mailbox: 'contact', since: minute(5) }]],
    [
      'since the first that came back',
      [{ ...bounced, bouncedAt: minute(8) }, bounced],
      {},
      [{ mailbox: 'contact', since: minute(5) }],
    ],
    ['mended by a later letter', [bounced, { ...sent, told: { deliveredAt: minute(6) } }], {}, []],
    [
      'broken again after that',
      [bounced, { ...sent, told: { deliveredAt: minute(6) } }, { ...bounced, bouncedAt: minute(7) }],
      {},
      [{ mailbox: 'contact', since: minute(7) }],
    ],
    ['mended by its reader, who pressed the button', [bounced], { contact: minute(6) }, []],
    ['not by one who did so before', [bounced], { contact: minute(4) }, [{ mailbox: 'contact', since: minute(5) }]],
    [
      'not by the server that gave it back',
      [{ ...bounced, told: { deliveredAt: minute(9) } }],
      {},
      [{ mailbox: 'contact', since: minute(5) }],
    ],
    [
      'a letter that waits, since it would come back',
      [{ ...sent, state: 'held', heldFor: 'bounced' }],
      {},
      [{ mailbox: 'contact', since: minute(1) }],
    ],
    ['not one that waits for another reason', [{ ...sent, state: 'held', heldFor: 'budget' }], {}, []],
    [
      'a reader who says spam',
      [{ ...sent, told: { complainedAt: minute(9) } }],
      {},
      [{ mailbox: 'contact', since: minute(9) }],
    ],
    ['never the team’s', [{ ...bounced, to: 'team' }], {}, []],
    [
      'each by itself',
      [bounced, { ...bounced, to: 'earlier-contact', bouncedAt: minute(7) }, { ...sent, to: 'other-mailbox' }],
      {},
      [
        { mailbox: 'contact', since: minute(5) },
        { mailbox: 'earlier-contact', since: minute(7) },
      ],
    ],
  ])('%s', (_, letters, confirmed, expected) => {
    expect(unreachedMailboxes(withLetters(letters, confirmed))).toEqual(expected);
  });

  it('stand out in the list; an earlier contact’s does not, which the case itself shows', () => {
    expect(cardOf(withLetters([bounced])).unreached).toBe(true);
    expect(cardOf(withLetters([{ ...bounced, to: 'other-mailbox' }])).unreached).toBe(true);
    expect(cardOf(withLetters([{ ...bounced, to: 'earlier-contact' }]))).not.toHaveProperty('unreached');
    expect(cardOf(withLetters([sent]))).not.toHaveProperty('unreached');
  });
});

describe('sending again', () => {
  const again = (of: Case, letter: string) => makeMove(of, { move: 'let-go', letter }, on(luis, 60));
  const lettersAfter = (of: Case, letter = sent.id): readonly Letter[] => {
    const made = again(of, letter);
    if ('refused' in made) throw new Error(made.refused.code);
    return made.moved.letters;
  };

  it('puts a new letter in the place of one that was given up', () => {
    const parked: Letter = { ...sent, state: 'parked', attempts: 300, about: 'q1', lastFailure: 'Throttling' };
    const [only, ...others] = lettersAfter(withLetters([parked]));
    expect(others).toEqual([]);
    expect(only).toEqual({
      ...{ id: `outcome-${String(update.rev + 1)}`, kind: 'outcome', to: 'contact', about: 'q1', state: 'owed' },
      ...{ letGo: true, owedSince: minute(60), nextAt: minute(60), attempts: 0 },
    });
  });

  it('keeps one that came back, and takes it once', () => {
    const [first, second, ...others] = lettersAfter(withLetters([bounced]));
    expect(others).toEqual([]);
    expect(first).toEqual(bounced);
    expect(second).toMatchObject({ kind: 'outcome', state: 'owed', letGo: true });
    expect(again(withLetters([bounced, { ...sent, id: 'outcome-9' }]), bounced.id)).toEqual({
      refused: { code: 'no-such-letter' },
    });
  });

  it('takes the reason away with which it was held', () => {
    const [letter] = lettersAfter(withLetters([{ ...sent, state: 'held', heldFor: 'complained' }]));
    expect(letter).toMatchObject({ id: sent.id, state: 'owed', letGo: true });
    expect(letter).not.toHaveProperty('heldFor');
  });

  it.each<[boolean, Partial<Letter>]>([
    [true, { state: 'held' }],
    [true, { state: 'parked' }],
    [true, { bouncedAt: minute(5) }],
    [false, { state: 'owed' }],
    [false, {}],
    [false, { told: { deliveredAt: minute(3) } }],
    [false, { told: { complainedAt: minute(3) } }],
  ])('%s: %j', (expected, change) => {
    const letter = { ...sent, ...change };
    expect(mayLetGo([letter], letter)).toBe(expected);
    expect('moved' in again(withLetters([letter]), letter.id)).toBe(expected);
  });
});
