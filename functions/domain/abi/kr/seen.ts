import { notOneOf } from '../paste-problem.ts';
import { textAt } from '../pasted-lines.ts';
import type { Place } from '../pasted-lines.ts';
import type { KrRecord } from './check-line.ts';
import { krPlaces, overflowQualifiers } from './places.ts';
import type { KrProblem } from './problem.ts';

/** Records of one importer by name, each once; a K8 goes by its qualifier. */
export const krKeys = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8 IN1', 'K8 IN2'] as const;
export type KrKey = (typeof krKeys)[number];
export type Seen = ReadonlyMap<KrKey, KrRecord>;

/** A field of a record that was seen, without blanks around it; empty without the record. */
export const fieldIn = (seen: Seen, key: KrKey, place: Place): string =>
  textAt(seen.get(key)?.columns ?? [], place).trim();

function keyOf(record: KrRecord, problems: KrProblem[]): KrKey | undefined {
  const { qualifier } = krPlaces.K8;
  const given = textAt(record.columns, qualifier).trim();
  const name = record.id === 'K8' ? `K8 ${given}` : record.id;
  const key = krKeys.find((known) => known === name);
  // A blank one is told already, as a needed field.
  if (!key && given !== '')
    problems.push(notOneOf('qualifier', record.line, 'qualifier', qualifier, overflowQualifiers));
  return key;
}

/** The records of one importer by name. One that comes twice, or has no name, is told and left out. */
export function seenIn(records: readonly KrRecord[], problems: KrProblem[]): Seen {
  const seen = new Map<KrKey, KrRecord>();
  for (const record of records) {
    const key = keyOf(record, problems);
    if (key === undefined) continue;
    if (!seen.has(key)) seen.set(key, record);
    else problems.push({ line: record.line, column: 1, code: 'repeated', expected: {} });
  }
  return seen;
}
