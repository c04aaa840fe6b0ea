import { maskSsn } from '../mask.ts';
import { inOrder, notOneOf, signProblems, tabColumn } from '../paste-problem.ts';
import type { LineProblemCode, PasteProblem } from '../paste-problem.ts';
import { isCutOff, isEnvelope, mostLines, pastedLines, textAt } from '../pasted-lines.ts';
import type { PastedLine } from '../pasted-lines.ts';
import { conditionIn, e1Places } from './condition.ts';
import type { E1Condition } from './condition.ts';

export type E1ProblemCode =
  | LineProblemCode
  | 'disposition'
  | 'severity'
  /** Accepted here and refused there: answers to two messages. */
  | 'both-answers';
export type E1Problem = PasteProblem<E1ProblemCode>;

export interface E1Reading {
  /** `none`: CBP said neither, or both. Then nothing may be told as done. */
  readonly disposition: 'accepted' | 'rejected' | 'none';
  readonly conditions: readonly E1Condition[];
  readonly problems: readonly E1Problem[];
}

/** The records of an update itself, which some software shows among the answers. They may hold secrets, and are passed over. */
const sent = /^T[1-3A-N]/i;

const idOf = ({ columns }: PastedLine) => columns.slice(0, 2).join('').toUpperCase();
const dispositions = ['A', 'R'];
const severities = ['F', 'I'];

function checkE1(record: PastedLine): E1Problem[] {
  const { line, columns } = record;
  const { disposition, severity } = e1Places;
  const outside = (text: string, known: readonly string[]) => text !== ' ' && !known.includes(text);
  const problems: E1Problem[] = [];
  if (columns.length < 3) problems.push({ line, column: 3, code: 'too-short', expected: { from: 3, to: 50 } });
  if (outside(textAt(columns, disposition), dispositions))
    problems.push(notOneOf('disposition', line, 'disposition', disposition, dispositions));
  if (outside(textAt(columns, severity), severities))
    problems.push(notOneOf('severity', line, 'severity', severity, severities));
  return problems;
}

function dispositionOf(records: readonly PastedLine[], problems: E1Problem[]): E1Reading['disposition'] {
  const said = (letter: string) => records.find(({ columns }) => textAt(columns, e1Places.disposition) === letter);
  const [accepted, rejected] = [said('A'), said('R')];
  if (!accepted || !rejected) return accepted ? 'accepted' : rejected ? 'rejected' : 'none';
  const [from, to] = e1Places.disposition;
  const line = Math.max(accepted.line, rejected.line);
  problems.push({ line, column: from, code: 'both-answers', expected: { from, to } });
  return 'none';
}

/** The E0 and E1 records of a paste; other lines, and records with a tab, are told. */
function recordsIn(pasted: string, problems: E1Problem[]): PastedLine[] {
  const lines = pastedLines(pasted).filter((line) => !isEnvelope(line) && !sent.test(idOf(line)));
  return lines.filter((record) => {
    const { line } = record;
    const tab = tabColumn(record);
    const known = idOf(record) === 'E0' || idOf(record) === 'E1';
    if (!known) problems.push({ line, column: 1, code: 'unknown-record', expected: { oneOf: ['E0', 'E1'] } });
    else if (tab > 0) problems.push({ line, column: tab, code: 'tab', expected: {} });
    return known && tab === 0;
  });
}

/**
 * Reads a pasted answer to a 5106 create or update (records E0 and E1; chapter of 13 March 2019, v12 draft, as transcribed
 * in public). Numbers that may be a Social Security number are masked. Never throws; all problems come at once.
 */
export function readE1(pasted: string): E1Reading {
  const problems: E1Problem[] = [];
  const text = maskSsn(pasted);
  const records = recordsIn(text, problems);
  const conditions: E1Condition[] = [];
  let about = '';
  for (const record of records) {
    problems.push(...signProblems(record));
    if (idOf(record) === 'E0') about = textAt(record.columns, e1Places.about).trim();
    else {
      problems.push(...checkE1(record));
      conditions.push(...conditionIn(record, about));
    }
  }
  const answers = records.filter((record) => idOf(record) === 'E1');
  const disposition = dispositionOf(answers, problems);
  if (isCutOff(text)) problems.push({ line: mostLines + 1, code: 'too-many-lines', expected: { to: mostLines } });
  if (answers.length === 0) problems.push({ line: 1, code: 'nothing-to-read', expected: { oneOf: ['E1'] } });
  return { disposition, conditions, problems: problems.sort(inOrder) };
}
