import { isOver } from '../case.ts';
import type { Case, Letter } from '../case.ts';
import { mayLetGo } from '../let-go.ts';
import { owing } from '../owe.ts';
import { powerOfAttorneyOf } from '../retention.ts';
import type { Move } from './move.ts';
import { by, refused, signed, tomorrow } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** What is held back, and what is kept. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

/**
 * A letter that waits leaves, and one that was given up or came back goes again: a member knows that it may, or that it will
 * arrive now. Its time to give up begins anew.
 */
export function letGo(of: Case, { letter: id }: Of<'let-go'>, { now }: MoveContext): Step {
  const waiting = of.letters.find((one) => one.id === id && mayLetGo(of.letters, one));
  if (!waiting) return refused({ code: 'no-such-letter' });
  const at = now.toISOString();
  const { kind, to, about } = waiting;
  return {
    next: waiting.state === 'held' ? released(of, waiting, at) : again(of, waiting, at),
    entry: {
      what: waiting.state === 'held' ? 'letter-let-go' : 'letter-sent-again',
      about: { letter: kind, to, ...(about !== undefined && { about }) },
    },
  };
}

/**
 * It goes once more as a new letter. One that came back stays on record with what became of it; one that was given up never
 * left, or nobody knows whether it did: then the next one says so.
 */
function again(of: Case, letter: Letter, at: string): Case {
  const { kind, to, about, state, unsure, mayBeTwice } = letter;
  const letters = state === 'parked' ? of.letters.filter((one) => one !== letter) : of.letters;
  const owed = owing({ ...of, letters }, at, { kind, to, ...(about !== undefined && { about }) });
  const twice = state === 'parked' && (unsure ?? mayBeTwice);
  const anew = (one: Letter): Letter => ({ ...one, letGo: true, ...(twice && { mayBeTwice: true }) });
  return { ...owed, letters: owed.letters.map((one) => (letters.includes(one) ? one : anew(one))) };
}

function released(of: Case, waiting: Letter, at: string): Case {
  const { heldFor: _, ...letter } = waiting;
  const owed: Letter = { ...letter, state: 'owed', letGo: true, owedSince: at, nextAt: at };
  return { ...of, letters: of.letters.map((one) => (one === waiting ? owed : one)) };
}

/** Kept whatever its time: for a court, an audit, a claim. */
export function legalHold(of: Case, { reason }: Of<'legal-hold'>, on: MoveContext): Step {
  if (of.legalHold) return refused({ code: 'already-held' });
  return { next: { ...of, legalHold: { ...signed(on), reason } }, entry: { what: 'legal-hold', text: reason } };
}

export function endLegalHold({ legalHold: held, ...of }: Case, { reason }: Of<'end-legal-hold'>): Step {
  return held ? { next: of, entry: { what: 'legal-hold-ended', text: reason } } : refused({ code: 'not-held' });
}

/**
 * The power of attorney on record ended, which moves the time for which the case is kept as evidence of it. A record more of
 * what was seen, so that nothing is overwritten; what was cleared on its strength is cleared no more.
 */
export function powerEnded(of: Case, { on: ends, note }: Of<'power-ended'>, on: MoveContext): Step {
  const power = powerOfAttorneyOf(of);
  if (!power) return refused({ code: 'no-power' });
  if (ends > tomorrow(on.now)) return refused({ code: 'in-the-future' });
  const { kind, result, person, source, on: signedOn } = power;
  const record = {
    ...{ ...by(on), kind, result, person, source, ends },
    ...(signedOn !== undefined && { on: signedOn }),
    ...(note !== undefined && { note }),
  };
  const { cleared: _, ...uncleared } = of;
  const next = { ...(isOver(of) ? of : uncleared), checks: [...of.checks, record] };
  return { next, entry: { what: 'power-ended', ...(note !== undefined && { text: note }), about: { ends } } };
}

/** No letter but the last one leaves any more: its reader is told before the address goes with the case. */
export function erase(of: Case, { reason }: Of<'erase'>, on: MoveContext): Step {
  const letters = of.letters.filter(({ state }) => state !== 'owed' && state !== 'held');
  const next: Case = { ...of, letters, erasing: signed(on) };
  const owed = owing(next, on.now.toISOString(), { kind: 'erased', to: 'contact' });
  // Tried whatever is known of the mailbox: held, it would go with the case, and nobody would have tried.
  const tried = owed.letters.map((one) => (letters.includes(one) ? one : { ...one, letGo: true as const }));
  return {
    next: { ...owed, letters: tried },
    entry: { what: 'erased', text: reason },
  };
}
