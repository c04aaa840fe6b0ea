import type { Problem } from '../problem.ts';
import { isMoment } from '../when.ts';
import { problemsOf } from './check.ts';
import { readableFields } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { readField } from './read-field.ts';

type Values = Readonly<Record<string, string>>;
type ValueProblem = { readonly field: string; readonly code: Problem['code'] | 'not-a-moment' | 'in-the-future' };

/** Clocks of two machines may be so far apart. */
const SKEW_MS = 5 * 60_000;

/** Reads what was filled in for an outcome: its values, trimmed and without empty ones, or every problem at once. */
export function readOutcomeValues(
  { fields, together = [] }: Outcome,
  given: Values,
  now: Date,
): { readonly values: Record<string, string> } | { readonly problems: readonly ValueProblem[] } {
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  const problems: ValueProblem[] = [
    ...problemsOf(readableFields(fields), [], given, { year: now.getUTCFullYear(), ownDomains: [] }),
    ...Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'moment' ? momentProblem(name, field.needed, given[name] ?? '', now) : [],
    ),
    ...apart(together, given),
    ...unknown.map((field) => ({ field, code: 'unknown-field' }) as const),
  ];
  return problems.length > 0 ? { problems } : { values: valuesOf(fields, given) };
}

/** What one of them lacks of the others. */
function apart(together: readonly string[], given: Values): ValueProblem[] {
  const missing = together.filter((name) => (given[name] ?? '').trim() === '');
  return missing.length === together.length ? [] : missing.map((field) => ({ field, code: 'missing' }));
}

function momentProblem(field: string, needed: boolean, said: string, now: Date): ValueProblem[] {
  if (said.trim() === '') return needed ? [{ field, code: 'missing' }] : [];
  const moment = Date.parse(said.trim());
  if (!isMoment(said.trim())) return [{ field, code: 'not-a-moment' }];
  return moment > now.getTime() + SKEW_MS ? [{ field, code: 'in-the-future' }] : [];
}

function valuesOf(fields: Outcome['fields'], given: Values): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const said = given[name] ?? '';
    const read = field.kind === 'moment' ? { value: said.trim() || undefined } : readField(field, said);
    if ('value' in read && read.value !== undefined) values[name] = read.value;
  }
  return values;
}
