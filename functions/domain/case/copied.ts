import type { Case, Letter } from './case.ts';

/**
 * A case out of a copy of the table. What it owed when the copy was made may have gone out since, and the copy cannot tell:
 * such letters wait until a member lets them go, so that nobody is written to twice. A case that owed nothing stays as it is.
 */
export const holdingItsLetters = (of: Case): Case =>
  of.letters.some(isOwed) ? { ...of, rev: of.rev + 1, letters: of.letters.map(heldBack) } : of;

const isOwed = ({ state }: Letter): boolean => state === 'owed';

function heldBack(letter: Letter): Letter {
  if (!isOwed(letter)) return letter;
  const { leasedUntil: _, ...rest } = letter;
  return { ...rest, state: 'held', heldFor: 'restored', mayBeTwice: true };
}

/** What stands today where a case is brought back: nothing, a case, or a record that nobody can read any more. */
export type Today = { readonly rev: number } & Partial<Case>;

/**
 * A case as a copy has it, to stand in the place of what is there today. Everybody who has it open is late by that. What
 * protects somebody today is not undone by it: a freeze and a hold stay, and no link opens that opens nothing today.
 */
export function broughtBack(copy: Case, today: Today | undefined, now: Date): Case {
  const held = holdingItsLetters(copy);
  const { frozen, frozenAt, legalHold, links } = today ?? {};
  return {
    ...held,
    ...(frozen && { frozen }),
    ...(frozenAt !== undefined && { frozenAt }),
    ...(legalHold && { legalHold }),
    ...(links && { links }),
    rev: Math.max(copy.rev, today?.rev ?? 0) + 1,
    version: Math.max(copy.version, today?.version ?? 0) + 1,
    timeline: [...copy.timeline, { at: now.toISOString(), who: 'desk', what: 'brought-back' }],
  };
}
