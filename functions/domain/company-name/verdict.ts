import { compareCompanyNames } from './compare.ts';
import type { NameComparison } from './compare.ts';
import type { Piece } from './letter-by-letter.ts';

/** `slip`: another name by its words, and yet nearly the same letters. */
export type NameVerdict = NameComparison | 'slip';

/** Two names as much alike as this differ by a slip of the keyboard rather than by what they name. */
const NEARLY = 0.85;

/** How two names differ, once it is known letter by letter what they share. */
export function nameVerdict(typed: string, onFile: string, pieces: readonly Piece[]): NameVerdict {
  const verdict = compareCompanyNames(onFile, typed);
  if (verdict !== 'different') return verdict;
  const shared = pieces.reduce((sum, piece) => (piece.onFile === '' ? sum : sum + piece.typed.length), 0);
  return (2 * shared) / (typed.length + onFile.length) >= NEARLY ? 'slip' : verdict;
}
