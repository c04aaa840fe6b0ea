import type { LineProblemCode, PasteProblem } from '../paste-problem.ts';

/** What can be wrong with a pasted answer. Closed; the words are in `abi/text/en.json`. */
export type KrProblemCode =
  | LineProblemCode
  /** A record that no K1 stands before. */
  | 'before-k1'
  /** The same record twice for one importer; the first one counts. */
  | 'repeated'
  /** A record that belongs with this one is not in the paste. */
  | 'record-missing'
  /** A field that must be filled is blank. */
  | 'missing'
  /** Text where the record has none: columns have moved. */
  | 'filler'
  /** Later fields stand in a name, which is therefore not read. */
  | 'spaces-lost'
  | 'importer-number'
  | 'result-code'
  | 'qualifier';

export type KrProblem = PasteProblem<KrProblemCode>;
