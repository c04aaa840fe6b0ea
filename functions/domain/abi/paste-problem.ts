import type { PastedLine, Place } from './pasted-lines.ts';

/** What should have stood there, for words: a field and its columns, or the values it may take. */
export interface Expected {
  readonly field?: string;
  readonly from?: number;
  readonly to?: number;
  readonly oneOf?: readonly string[];
}

/** One thing that is wrong with a pasted answer. */
export interface PasteProblem<Code extends string> {
  /** Counted from 1 in the paste. */
  readonly line: number;
  /** Counted from 1 in the record, whose name is columns 1 and 2 whatever a mail program put before it. */
  readonly column?: number;
  readonly code: Code;
  readonly expected: Expected;
}

/** What can be wrong with any line of any answer. */
export type LineProblemCode =
  /** None of the records that the answer is made of, in all of the paste. */
  | 'nothing-to-read'
  /** More lines than any answer has; the rest was not read. */
  | 'too-many-lines'
  /** Neither a record of this answer nor a line around it. */
  | 'unknown-record'
  /** A tab: which columns it stands for cannot be known, so the record is not read. */
  | 'tab'
  /** A sign that is not printable ASCII. */
  | 'not-ascii'
  /** Small letters: ABI answers in capitals, so somebody typed this. */
  | 'lower-case'
  | 'too-long'
  /** The line ends before a field that it must hold. */
  | 'too-short';

/** Columns of an ABI record. */
export const recordLength = 80;

const columnOf = (columns: readonly string[], test: (char: string) => boolean): number => columns.findIndex(test) + 1;

/** The column of a tab, which hides where its record's fields stand; 0 without one. */
export const tabColumn = ({ columns }: PastedLine): number => columnOf(columns, (char) => char === '\t');

/** What is wrong with single signs and the line's length: the first of each kind, by column. */
export function signProblems({ line, columns }: PastedLine): PasteProblem<LineProblemCode>[] {
  const found: readonly (readonly [LineProblemCode, number, Expected])[] = [
    ['not-ascii', columnOf(columns, (char) => !/^[ -~]$/.test(char)), {}],
    ['lower-case', columnOf(columns, (char) => /^[a-z]$/.test(char)), {}],
    ['too-long', columns.length > recordLength ? recordLength + 1 : 0, { to: recordLength }],
  ];
  return found.flatMap(([code, column, expected]) => (column > 0 ? [{ line, column, code, expected }] : []));
}

/** A field that holds none of the values it may. */
export const notOneOf = <Code extends string>(
  code: Code,
  line: number,
  field: string,
  [from, to]: Place,
  oneOf: readonly string[],
): PasteProblem<Code> => ({ line, column: from, code, expected: { field, from, to, oneOf } });

/** By line, then by column. */
export const inOrder = (a: PasteProblem<string>, b: PasteProblem<string>): number =>
  a.line - b.line || (a.column ?? 0) - (b.column ?? 0);
