import type { Letter } from './letter-parts.ts';
import type { Case } from './case.ts';

export type Owed = Pick<Letter, 'kind' | 'to'> & { readonly about?: string };

/**
 * The case with more letters to pay, in the same write as what makes them due. A letter's id holds the revision that
 * brings it: never used again on the case, so that a letter which is being sent cannot be taken for a later one.
 */
export const owing = (of: Case, at: string, ...letters: readonly Owed[]): Case => ({
  ...of,
  letters: letters.reduce<Letter[]>(
    (all, letter) => [...all, owed(letter, numberFor(all, letter, of.rev), at)],
    of.letters,
  ),
});

/** The revision of this write, or more when a write of two moves already used it. */
const numberFor = (letters: readonly Letter[], { kind }: Owed, rev: number): number =>
  1 + Math.max(rev, ...letters.flatMap((letter) => (letter.kind === kind ? numberOf(letter) : [])));

/** The first letters of a case bear their kind alone. */
const numberOf = ({ id }: Letter): number => Number(/-(\d+)$/.exec(id)?.[1] ?? 0);

const owed = ({ kind, to, about }: Owed, number: number, at: string): Letter => ({
  id: `${kind}-${number}`,
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
