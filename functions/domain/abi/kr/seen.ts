import { notOneOf } from '../paste-problem.ts';
import { textAt } from '../pasted-lines.ts';
import type { Place } from '../pasted-lines.ts';
import type { KrRecord } from './check-line.ts';
import { krPlaces, overflowQualifiers, slidIn } from './places.ts';
import type { KrField } from './places.ts';
import type { KrProblem } from './problem.ts';

/** Records of one importer by name, each once; a K8 goes by its qualifier. */
export const krKeys = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8 IN1', 'K8 IN2'] as const;
export type KrKey = (typeof krKeys)[number];
export type Seen = ReadonlyMap<KrKey, KrRecord>;

/** A field of a record that was seen, without blanks around it; empty without the record. */
export const fieldIn = (seen: Seen, key: KrKey, place: Place): string =>
  textAt(seen.get(key)?.columns ?? [], place).trim();

/** Where a record stands in the paste; empty without it. */
export const lineOf = (seen: Seen, key: KrKey): number[] => {
  const record = seen.get(key);
  return record ? [record.line] : [];
};

/** The names that other fields may slide into, by record. */
export const names = [
  ['K1', 'name', krPlaces.K1.name],
  ['K2', 'secondName', krPlaces.K2.secondName],
  ['K7', 'legalName', krPlaces.K7.legalName],
] as const satisfies readonly (readonly [KrKey, KrField, Place])[];

/** Whether a name holds what belongs to later columns. */
export const isSlidIn = (seen: Seen, [key, field, place]: (typeof names)[number]): boolean =>
  slidIn[field]?.test(fieldIn(seen, key, place)) ?? false;

/** A name as it is in its record; empty when it is not one. */
export const nameIn = (seen: Seen, key: (typeof names)[number][0]): string =>
  names
    .filter((name) => name[0] === key && !isSlidIn(seen, name))
    .map(([, , place]) => fieldIn(seen, key, place))
    .join('');

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
