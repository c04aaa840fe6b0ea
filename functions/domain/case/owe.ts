import type { Letter } from './parts.ts';
import type { Case } from './case.ts';

type Owed = Pick<Letter, 'kind' | 'to'> & { readonly about?: string };

/**
 * The case with more letters to pay, in the same write as what makes them due. A letter's id holds the revision that
 * brings it: never used again on the case, so that a letter which is being sent cannot be taken for a later one.
 */
export const owing = (of: Case, at: string, ...letters: readonly Owed[]): Case => ({
  ...of,
  letters: [...of.letters, ...letters.map((letter) => owed(letter, of.rev + 1, at))],
});

const owed = ({ kind, to, about }: Owed, rev: number, at: string): Letter => ({
  id: `${kind}-${rev}`,
  kind,
  to,
  ...(about !== undefined && { about }),
  state: 'owed',
  owedSince: at,
  nextAt: at,
  attempts: 0,
});

/** The case without letters of these kinds that have not left. */
export const owingNo = (of: Case, ...kinds: readonly Letter['kind'][]): Case => ({
  ...of,
  letters: of.letters.filter(({ state, kind }) => state !== 'owed' || !kinds.includes(kind)),
});
