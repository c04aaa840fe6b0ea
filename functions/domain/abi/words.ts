import { fill } from '../broker/words.ts';
import type { E1Problem } from './e1/read.ts';
import type { KrProblem } from './kr/problem.ts';
import en from './text/en.json' with { type: 'json' };

/** For the broker, in English: the desk speaks the language of CBP's screens. */
export const abiWords: Readonly<typeof en> = en;

/** One problem of a pasted answer as a sentence: where, what, and what was expected. */
export function pasteProblemWords({ line, column, code, expected }: KrProblem | E1Problem): string {
  const { from = '', to = '', oneOf = [] } = expected;
  const values = { from: String(from), to: String(to), oneOf: oneOf.join(', ') };
  const problem = fill(abiWords[`paste.${code}`], values);
  return column === undefined
    ? fill(abiWords['paste.at'], { line: String(line), problem })
    : fill(abiWords['paste.at-column'], { line: String(line), column: String(column), problem });
}
