import type { Place } from '../pasted-lines.ts';

/** What can be wrong with a pasted answer. Closed; the words are in `abi/text/en.json`. */
export type KrProblemCode =
  /** No K1 in all of the paste. */
  | 'nothing-to-read'
  /** More lines than any answer has; the rest was not read. */
  | 'too-many-lines'
  /** Neither K1 to K8 nor a line of the envelope. */
  | 'unknown-record'
  /** A record that no K1 stands before. */
  | 'before-k1'
  /** The same record twice for one importer; the first one counts. */
  | 'repeated'
  /** A record that belongs with this one is not in the paste. */
  | 'record-missing'
  /** A tab: which columns it stands for cannot be known, so the record is not read. */
  | 'tab'
  /** A sign that is not printable ASCII. */
  | 'not-ascii'
  /** Small letters: ABI answers in capitals, so somebody typed this. */
  | 'lower-case'
  | 'too-long'
  /** The line ends before a field that it must hold. */
  | 'too-short'
  /** A field that must be filled is blank. */
  | 'missing'
  /** Text where the record has none: columns have moved. */
  | 'filler'
  | 'importer-number'
  | 'result-code'
  | 'qualifier';

/** What should have stood there, for words: a field and its columns, or the values it may take. */
export interface KrExpected {
  readonly field?: string;
  readonly from?: number;
  readonly to?: number;
  readonly oneOf?: readonly string[];
}

export interface KrProblem {
  /** Counted from 1 in the paste. */
  readonly line: number;
  /** Counted from 1 in the record, whose `K` is column 1 whatever a mail program put before it. */
  readonly column?: number;
  readonly code: KrProblemCode;
  readonly expected: KrExpected;
}

/** A field that holds none of the values it may. */
export const notOneOf = (
  code: KrProblemCode,
  line: number,
  field: string,
  [from, to]: Place,
  oneOf: readonly string[],
): KrProblem => ({ line, column: from, code, expected: { field, from, to, oneOf } });
