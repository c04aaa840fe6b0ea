import type { Letter } from './parts.ts';
import type { Case } from './case.ts';

type Owed = Pick<Letter, 'kind' | 'to'> & { readonly about?: string };

/** A letter as a debt from `at` on. Its id is unique on the case: the kind, and a number when there was one before. */
export function owe(letters: readonly Letter[], { kind, to, about }: Owed, at: string): Letter {
  const before = letters.filter((letter) => letter.kind === kind).length;
  return {
    id: before === 0 ? kind : `${kind}-${before + 1}`,
    kind,
    to,
    ...(about !== undefined && { about }),
    state: 'owed',
    owedSince: at,
    nextAt: at,
    attempts: 0,
  };
}

/** The case with more letters to pay, in the same write as what makes them due. */
export const owing = (of: Case, at: string, ...letters: readonly Owed[]): Case => ({
  ...of,
  letters: letters.reduce<Letter[]>((all, letter) => [...all, owe(all, letter, at)], of.letters),
});
