import type { Case } from '../case.ts';
import type { Move } from './move.ts';
import { refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** What is held back, and what is kept. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

/** A letter to an address that a stranger typed was held back; a member lets it go. Its time to give up begins anew. */
export function letGo(of: Case, { letter: id }: Of<'let-go'>, { now }: MoveContext): Step {
  const held = of.letters.find((one) => one.id === id && one.state === 'held');
  if (!held) return refused({ code: 'no-such-letter' });
  const at = now.toISOString();
  const { heldFor: _, ...letter } = held;
  const letters = of.letters.map((one) =>
    one === held ? { ...letter, state: 'owed' as const, letGo: true as const, owedSince: at, nextAt: at } : one,
  );
  return { next: { ...of, letters }, entry: { what: 'letter-let-go', about: { letter: held.kind, to: held.to } } };
}

/** Kept whatever its time: for a court, an audit, a claim. */
export function legalHold(of: Case, { reason }: Of<'legal-hold'>, on: MoveContext): Step {
  if (of.legalHold) return refused({ code: 'already-held' });
  return { next: { ...of, legalHold: { ...signed(on), reason } }, entry: { what: 'legal-hold', text: reason } };
}

export function endLegalHold({ legalHold: held, ...of }: Case, { reason }: Of<'end-legal-hold'>): Step {
  return held ? { next: of, entry: { what: 'legal-hold-ended', text: reason } } : refused({ code: 'not-held' });
}
