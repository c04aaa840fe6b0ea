import type { Problem, ProblemCode } from '../problem.ts';
import { readImporterNumber } from '../importer-number/read.ts';
import type { ImporterNumber } from '../importer-number/importer-number.ts';
import type { ImporterNumberWarning } from '../importer-number/reading.ts';
import { isNeeded, textOf } from './field.ts';
import type { Field, Fields, Given } from './field.ts';
import { missingCode, readField } from './read-field.ts';

/** What a check must know of the world: the calendar year (for numbers that hold one) and the broker's own mail domains. */
export type World = { readonly year: number; readonly ownDomains: readonly string[] };

/** An importer number as it is kept, or why there is none. */
export type ReducedNumber =
  | { readonly read: ImporterNumber; readonly warnings: readonly ImporterNumberWarning[] }
  | { readonly code: ProblemCode };

/** A rule that looks at more than one answer. It sees trimmed text; fields with a problem of their own are not asked again. */
export type Rule = (given: Given, world: World) => readonly Problem[];

/** The importer number of a form, read with the kind that the form asks first; or why it is none. */
export function readGivenNumber(given: Given, name: string, world: World): ReducedNumber {
  const raw = given[name];
  if (Array.isArray(raw)) return { code: 'given-twice' };
  if (typeof raw !== 'string') return { code: raw === undefined || raw === null ? 'missing' : 'not-text' };
  const kind = textOf(given, `${name}Kind`);
  const known = kind === 'ein' || kind === 'cbp' || kind === 'ssn' ? kind : undefined;
  const reading = readImporterNumber({ kind: known, text: raw, year: world.year });
  switch (reading.outcome) {
    case 'read':
      return { read: reading.number, warnings: reading.warnings };
    case 'ask-kind':
      return { code: 'number-ask-kind' };
    case 'refused':
      return { code: reading.code === 'missing' ? 'missing' : `number-${reading.code}` };
  }
}

function numberProblem(given: Given, name: string, world: World): ProblemCode | undefined {
  const reading = readGivenNumber(given, name, world);
  return 'code' in reading ? reading.code : undefined;
}

/** Nothing was given: left out, null, or only spaces. */
const isEmpty = (raw: unknown) => raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');

function readingProblem(name: string, field: Field, given: Given, world: World): ProblemCode | undefined {
  const raw = Object.hasOwn(given, name) ? given[name] : undefined;
  if (isEmpty(raw)) return undefined;
  if (field.kind === 'importer-number') return numberProblem(given, name, world);
  const read = readField(field, raw);
  return 'code' in read ? read.code : undefined;
}

/** Needed answers that were not given, the conditional ones too. */
export const missingProblems = (fields: Fields, given: Given): Problem[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    isNeeded(field, given) && isEmpty(Object.hasOwn(given, name) ? given[name] : undefined)
      ? [{ field: name, code: missingCode(field) }]
      : [],
  );

/** At most one problem a field, the first that was found, in the order of the fields; problems of no field come last. */
export function inOrder(fields: Fields, problems: readonly Problem[]): Problem[] {
  if (problems.length === 0) return [];
  const first = new Map<string, Problem>();
  for (const problem of problems) if (!first.has(problem.field)) first.set(problem.field, problem);
  const names = [...Object.keys(fields), ...first.keys()];
  return [...new Set(names)].flatMap((name) => first.get(name) ?? []);
}

/** The problem of one field, if it has one, as the page asks when a reader leaves it. */
export const fieldProblem = (name: string, field: Field, given: Given, world: World): ProblemCode | undefined =>
  missingProblems({ [name]: field }, given)[0]?.code ?? readingProblem(name, field, given, world);

/** Every problem of the given answers, without a schema library: the page's half. A property test holds it and the door's schema together. */
export function problemsOf(fields: Fields, rules: readonly Rule[], given: Given, world: World): Problem[] {
  const single = Object.entries(fields).flatMap(([name, field]) => {
    const code = fieldProblem(name, field, given, world);
    return code === undefined ? [] : [{ field: name, code }];
  });
  return inOrder(fields, [...single, ...rules.flatMap((rule) => rule(given, world))]);
}
