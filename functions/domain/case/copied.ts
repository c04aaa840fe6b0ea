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
  return { ...rest, state: 'held', heldFor: 'restored' };
}

/** The case with its parked letters owed again, as on their first day; nothing when none is parked. */
export function owingItsParked(of: Case, now: Date): Case | undefined {
  if (!of.letters.some(isParked)) return undefined;
  const at = now.toISOString();
  const again = (letter: Letter): Letter =>
    isParked(letter) ? { ...letter, state: 'owed', owedSince: at, nextAt: at, attempts: 0 } : letter;
  return { ...of, rev: of.rev + 1, letters: of.letters.map(again) };
}

const isParked = ({ state }: Letter): boolean => state === 'parked';
