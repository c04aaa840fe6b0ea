import { broker } from '../../../broker.config.ts';
import type { Case } from '#domain/case/case.ts';
import { notUs } from '#domain/case/moves/freeze.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { ago, came, lettersLeft, passed, played, toldEarlier } from './cases.ts';

/** Cases of the guard: each in one state that the desk has to show rightly. Ada told, and made what else is on record. */
const WEEK = 24 * 7;
const flag: Move = { move: 'flag', reason: 'The new address is on a free mail service.' };
const calls = [passed('call-back'), passed('power-of-attorney'), passed('certifier')];

type Step = Parameters<typeof played>[1][number];

/** Both mailboxes are confirmed, and so on from there. */
const begun = (companyName: string, steps: readonly Step[], hours = 20, change = {}): Case =>
  played(
    came('email-update', { companyName, ...change }, 0, hours + 4),
    ['confirm', 'confirm-other', ...steps],
    'Ada',
    hours,
  );

/** An earlier contact was told, so many hours ago. */
export const told = (companyName: string, hours: number, steps: readonly Step[] = [], change = {}): Case =>
  lettersLeft(begun(companyName, [toldEarlier, ...steps], WEEK, change), hours);

const changed = (of: Case, change: Partial<Case['letters'][number]>): Case => ({
  ...of,
  letters: of.letters.map((one) => (one.kind === 'earlier-contact' ? { ...one, ...change } : one)),
});

const saidNo = (of: Case): Case => notUs(of, 't1', { now: ago(1), broker }) ?? of;
const cleared = (name: string): Case => played(told(name, WEEK, calls), [{ move: 'clear' }], 'Ada', 30);
const accepted: Move = { move: 'answer', outcome: 'accepted', values: { acceptedAt: ago(50).toISOString() } };

/** By state; each company has a case of its own. */
export const guarded = {
  'nobody told yet': (name) => begun(name, []),
  'the letter is on its way': (name) => begun(name, [toldEarlier, ...calls]),
  'the hold runs': (name) => told(name, 0.1, calls),
  'it came back': (name) =>
    played(told(name, 30), [{ move: 'came-back', telling: 't1', note: 'Mailbox closed.' }], 'Ada', 20),
  'it bounced': (name) => changed(told(name, 30), { bouncedAt: ago(29).toISOString() }),
  'it could not be sent': (name) => changed(told(name, 30), { state: 'parked' }),
  'told at an address of the request': (name) => told(name, 3, [], { oldEmail: 'jim@acme-imports.example' }),
  'a second person called': (name) => played(told(name, 30), [passed('second-person', 'Omar Diaz')], 'Ada', 20),
  'a letter on paper': (name) => played(told(name, 30), [passed('letter-on-file', 'Acme Imports LLC')], 'Ada', 1),
  'a second look is wanted': (name) => told(name, WEEK, [flag, ...calls]),
  'all is done': (name) => told(name, WEEK, calls),
  'a power of attorney that ended': (name) =>
    told(name, WEEK, [
      ...calls,
      {
        ...passed('power-of-attorney'),
        ends: ago(24 * 30)
          .toISOString()
          .slice(0, 10),
      },
    ]),
  frozen: (name) => saidNo(told(name, 30, calls)),
  'frozen by hand': (name) =>
    played(told(name, 30), [{ move: 'freeze', reason: 'Jim rang: he asked for nothing.' }], 'Luis', 1),
  'frozen after it was filed': (name) => saidNo(played(cleared(name), [accepted], 'Ada', 20)),
  'filed, and nobody told': (name) =>
    begun(name, [passed('second-person', 'Omar Diaz'), ...calls, { move: 'clear' }, accepted]),
  'a letter is held': (name) => ({
    ...begun(name, []),
    letters: came('email-update', { companyName: name }).letters.map((one) =>
      one.kind === 'mailbox-named' ? { ...one, state: 'held', heldFor: 'budget' } : one,
    ),
  }),
  'under legal hold': (name) =>
    played(told(name, 30), [{ move: 'legal-hold', reason: 'Claim 4711 of the surety.' }], 'Ada', 1),
} satisfies Record<string, (company: string) => Case>;

export type GuardedState = keyof typeof guarded;
