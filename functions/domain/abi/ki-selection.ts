import type { ImporterNumber } from '../importer-number/importer-number.ts';
import { kiLines } from './ki-line.ts';
import type { KiOptions, QueryableNumber } from './ki-line.ts';

/** What a selection of cases becomes: the lines, and the cases that no line can ask for. */
export interface KiSelection<Case> {
  readonly lines: readonly string[];
  /** Cases of the lines, in their order; two cases of one importer share a slot. */
  readonly asked: readonly Case[];
  /** Cases with a Social Security number: that is asked from the client file, in the broker's own software. */
  readonly leftOut: readonly Case[];
}

const queryable = (number: ImporterNumber): number is QueryableNumber => number.kind !== 'ssn';

/** The numbers of one case that a line can hold. */
export const queryableOf = (numbers: readonly ImporterNumber[]): QueryableNumber[] => numbers.filter(queryable);

/** The query lines for several cases, six numbers a line, each number once, in the order of the cases. `numbersOf`: what each case asks for. */
export function kiSelection<Case>(
  cases: readonly Case[],
  numbersOf: (of: Case) => readonly ImporterNumber[],
  options: KiOptions,
): KiSelection<Case> {
  const once = new Map(
    cases
      .flatMap(numbersOf)
      .filter(queryable)
      .map((number) => [number.canonical, number]),
  );
  return {
    lines: kiLines([...once.values()], options),
    asked: cases.filter((one) => numbersOf(one).some(queryable)),
    leftOut: cases.filter((one) => !numbersOf(one).every(queryable)),
  };
}
