import { describe, expect, it } from 'vitest';
import type { CasePage } from '#domain/desk/case-page.ts';
import { letterWords } from '../../web/src/desk/case/model/letter-words.ts';
import { timelineOf } from '../../web/src/desk/case/model/timeline.ts';
import { at } from './moves-cases.ts';

type Letter = CasePage['letters'][number];
const minute = (n: number): string => at(n).toISOString();
const sent: Letter = {
  ...{ id: 'outcome-3', kind: 'outcome', to: 'contact', state: 'sent', attempts: 1 },
  ...{ owedSince: minute(1), nextAt: minute(8), sentAt: minute(2) },
};

describe('what is said of a letter', () => {
  it.each<[Partial<Letter>, string, string | undefined, 'warn' | 'bad' | undefined]>([
    [{ state: 'owed', attempts: 0 }, 'On its way to the mail service', undefined, undefined],
    [{ state: 'owed', attempts: 4 }, 'Tried 4 times, next try', minute(8), undefined],
    [
      { state: 'owed', mayBeTwice: true },
      'It may have left: the mail service did not answer. Next try',
      minute(8),
      'warn',
    ],
    [{}, 'The mail service took it', minute(2), undefined],
    [{ told: { deliveredAt: minute(3) } }, 'The reader’s mail server took it', minute(3), undefined],
    [{ told: { delayedAt: minute(4) } }, 'Delayed: the reader’s mail server puts it off since', minute(4), 'warn'],
    [{ bouncedAt: minute(5) }, 'Came back', minute(5), 'bad'],
    [{ told: { complainedAt: minute(6) } }, 'Its reader says it is spam', minute(6), 'bad'],
    [{ told: { rejectedAt: minute(7) } }, 'The mail service refused it', minute(7), 'bad'],
    [{ state: 'parked' }, 'Not sent. We gave up after 72 hours of trying', undefined, 'bad'],
    [{ state: 'held', heldFor: 'bounced' }, 'Held: letters to this mailbox come back', undefined, 'warn'],
    [{ state: 'held' }, 'Held: too many letters to this mailbox', undefined, 'warn'],
  ])('%j', (change, words, when, tone) => {
    const said = letterWords({ ...sent, ...change });
    expect([said.words, said.at, said.tone, said.more]).toEqual([words, when, tone, []]);
  });

  it.each([
    ['permanent', 'NoEmail', 'There is no such address.'],
    ['permanent', 'General', 'Nobody reads there.'],
    ['transient', 'MailboxFull', 'The mailbox is full.'],
    ['transient', 'SomethingOfTomorrow', 'The reader’s mail server did not take it.'],
    ['undetermined', 'Undetermined', 'Nobody says why.'],
    ['undetermined', 'constructor', 'Nobody says why.'],
  ] as const)('came back, %s, %s', (type, sub, why) => {
    expect(letterWords({ ...sent, bouncedAt: minute(5), bounce: { type, sub } }).more).toEqual([why]);
  });

  it('adds what else is known: a machine that answered, and that it may have gone twice', () => {
    const told = { deliveredAt: minute(3), answeredAt: minute(4) };
    const { more } = letterWords({ ...sent, told, mayBeTwice: true });
    expect(more).toEqual(['A machine answered for somebody who is away.', 'It may have gone twice.']);
  });
});

describe('what happened, told by the mail service', () => {
  it.each([
    [
      { what: 'letter-came-back', about: { letter: 'outcome', mailbox: 'contact', why: 'MailboxFull' } },
      ['A letter to the contact came back: the answer', ['The mailbox is full.'], true],
    ],
    [
      { what: 'letter-came-back', about: { letter: 'team-request', mailbox: 'team', why: 'permanent' } },
      ['A letter to the team came back: new request', ['Nobody reads there.'], true],
    ],
    [
      { what: 'letter-complained', about: { letter: 'question', mailbox: 'contact' } },
      ['A reader says that our letter is spam. It went to the contact: a question', [], true],
    ],
  ])('%j', (entry, [what, details, alarming]) => {
    const timeline = [{ at: minute(9), who: 'desk', ...entry }];
    expect(timelineOf({ timeline, letters: [], answers: [] })).toMatchObject([
      { who: 'The desk', what, details, alarming },
    ]);
  });
});
