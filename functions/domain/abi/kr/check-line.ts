import { signProblems } from '../paste-problem.ts';
import { textAt } from '../pasted-lines.ts';
import type { PastedLine } from '../pasted-lines.ts';
import { fieldsOf, fillersOf, neededFields } from './places.ts';
import type { KrRecordId } from './places.ts';
import type { KrProblem, KrProblemCode } from './problem.ts';

export interface KrRecord extends PastedLine {
  readonly id: KrRecordId;
}

function fillerProblems({ line, id, columns }: KrRecord): KrProblem[] {
  return fillersOf(id).flatMap((place): KrProblem[] => {
    const [from, to] = place;
    const at = textAt(columns, place).search(/\S/);
    return at < 0 ? [] : [{ line, column: from + at, code: 'filler', expected: { from, to } }];
  });
}

/** The first needed field that the line is too short for, or else those that are blank. */
function neededProblems({ line, id, columns }: KrRecord): KrProblem[] {
  const needed = fieldsOf(id).filter(({ field }) => neededFields[id]?.some((name) => name === field));
  const lost = needed.find(({ place }) => columns.length < place[0]);
  const problem = (code: KrProblemCode, { field, place: [from, to] }: (typeof needed)[number]): KrProblem => ({
    line,
    column: from,
    code,
    expected: { field, from, to },
  });
  const blank = needed.filter(({ place }) => columns.length >= place[0] && textAt(columns, place).trim() === '');
  return [...(lost ? [problem('too-short', lost)] : []), ...blank.map((field) => problem('missing', field))];
}

/** Everything that is wrong with one record by its layout alone. */
export const layoutProblems = (record: KrRecord): KrProblem[] => [
  ...signProblems(record),
  ...neededProblems(record),
  ...fillerProblems(record),
];
