import type { ImporterNumber } from '../importer-number/importer-number.ts';
import { kiLines } from './ki-line.ts';
import type { KiOptions, QueryableNumber } from './ki-line.ts';

/** What a selection of cases becomes: the lines, and the cases that no line can ask for. */
export interface KiSelection<Case> {
  readonly lines: readonly string[];
  /** Cases of the lines, in their order; two cases of one importer share a slot. */
  readonly asked: readonly Case[];
  /** Cases of a Social Security number: asked from the client file, in the broker's own software. */
  readonly leftOut: readonly Case[];
}

const queryable = (number: ImporterNumber): number is QueryableNumber => number.kind !== 'ssn';

/** The query lines for several cases, six numbers a line, each number once, in the order of the cases. */
export function kiSelection<Case extends { readonly importerNumber: ImporterNumber }>(
  cases: readonly Case[],
  options: KiOptions,
): KiSelection<Case> {
  const numbers = cases.map(({ importerNumber }) => importerNumber).filter(queryable);
  const once = new Map(numbers.map((number) => [number.canonical, number]));
  return {
    lines: kiLines([...once.values()], options),
    asked: cases.filter(({ importerNumber }) => queryable(importerNumber)),
    leftOut: cases.filter(({ importerNumber }) => !queryable(importerNumber)),
  };
}
