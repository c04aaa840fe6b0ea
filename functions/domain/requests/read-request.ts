import type * as z from 'zod/mini';
import type { Signs } from '../case/risk-parts.ts';
import type { ImporterNumber } from '../importer-number/importer-number.ts';
import type { Problem } from '../problem.ts';
import { isProblemCode } from '../problem.ts';
import type { SecretKind } from '../secrets/secret.ts';
import { secretsOut, withoutSecrets } from '../secrets/without.ts';
import { inOrder, missingProblems, readGivenNumber } from './check.ts';
import type { ReducedNumber, World } from './check.ts';
import { signsOf } from './envelope.ts';
import type { Fields, Given } from './field.ts';
import { isLocale } from './locale.ts';
import type { Locale } from './locale.ts';
import { requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';
import type { RequestType } from './request-type.ts';
import { withoutRetired } from './retired.ts';
import { secretsIn } from './secret-answers.ts';

/** The answers of a request as they are kept: no secret in any of them, no empty answers. */
export type Answers = Readonly<Record<string, string>>;

/** What was taken out of an answer before anything was made of it. */
export type RemovedSecret = { readonly field: string; readonly kind: SecretKind };

/** A request that passed every check: what intake makes a case of. */
export type CheckedRequest = {
  readonly type: RequestTypeName;
  readonly locale: Locale;
  readonly submissionId?: string;
  readonly importerNumber: ImporterNumber;
  /** Of a number beside the first, with the name of its question: `zero-serial importerNumber2`. */
  readonly numberWarnings: readonly string[];
  readonly answers: Answers;
  /** How it was filled in. No part of what makes a repeat the same. */
  readonly signs: Signs;
  /** In the order of the fields; mostly there is nothing. */
  readonly removed: readonly RemovedSecret[];
};

export type RequestReading = { readonly request: CheckedRequest } | { readonly problems: readonly Problem[] };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Reads what was sent to `POST /api/requests/{type}`: the one authority on what a request is.
 * Either a checked request, or every problem at once, in the order of the fields, unknown ones last.
 */
export function readRequest(type: RequestTypeName, given: Given, world: World): RequestReading {
  const { fields, rules, schema } = requestTypes[type];
  const { retired = [] }: RequestType = requestTypes[type];
  // Numbers are reduced before anything else sees them: from here on a full Social Security number is gone.
  const numbers = reducedNumbers(fields, given, world);
  const number = readGivenNumber(given, 'importerNumber', world);
  const { locale, submissionId, website: _, seconds: __, proof: ___, mark: ____, ...rest } = given;
  const parsed = schema.safeParse({ ...withoutRetired(rest, retired), ...numbers });
  const problems = inOrder(fields, [
    ...missingProblems(fields, given),
    ...(parsed.success ? [] : parsed.error.issues.flatMap(problemsOfIssue)),
    ...rules.flatMap((rule) => rule(given, world)),
    ...envelopeProblems(locale, submissionId),
  ]);
  if (!parsed.success || problems.length > 0 || 'code' in number) return { problems };
  return {
    request: {
      type,
      locale: isLocale(locale) ? locale : 'en',
      ...(typeof submissionId === 'string' &&
        submissionId !== '' && { submissionId: submissionId.trim().toLowerCase() }),
      importerNumber: number.read,
      numberWarnings: [...number.warnings, ...warningsOf(numbers)],
      signs: signsOf(given),
      ...kept(fields, parsed.data),
    },
  };
}

/** Every importer number that the type asks for, read. */
const reducedNumbers = (fields: Fields, given: Given, world: World): Readonly<Record<string, ReducedNumber>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { kind }]) =>
      kind === 'importer-number' ? [[name, readGivenNumber(given, name, world)]] : [],
    ),
  );

/** Warnings of the numbers beside the first, each with the name of its question behind it. */
const warningsOf = ({ importerNumber: _, ...others }: Readonly<Record<string, ReducedNumber>>): string[] =>
  Object.entries(others).flatMap(([name, reading]) =>
    'code' in reading ? [] : reading.warnings.map((warning) => `${warning} ${name}`),
  );

/** A body full of names that nobody asked for is answered with so many of them: the rest would help nobody. */
const MOST_UNKNOWN = 100;

/** The name is said again in the answer: it may hold anything. */
const nameShown = (name: string): string => secretsOut(name.slice(0, 200)).slice(0, 100);

const problemsOfIssue = (issue: z.core.$ZodIssue): Problem[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.slice(0, MOST_UNKNOWN).map((field) => ({ field: nameShown(field), code: 'unknown-field' }))
    : [{ field: String(issue.path[0]), code: isProblemCode(issue.message) ? issue.message : 'not-text' }];

function envelopeProblems(locale: unknown, submissionId: unknown): Problem[] {
  const absent = (value: unknown) => value === undefined || value === null || value === '';
  return [
    ...(absent(locale) || isLocale(locale) ? [] : [{ field: 'locale', code: 'not-an-option' } as const]),
    ...(absent(submissionId) || (typeof submissionId === 'string' && UUID.test(submissionId.trim()))
      ? []
      : [{ field: 'submissionId', code: 'not-a-submission-id' } as const]),
  ];
}

/** Given answers only, in the order of the questions, without secrets; the importer number is kept apart, reduced. */
function kept(fields: Fields, parsed: Readonly<Record<string, unknown>>): Pick<CheckedRequest, 'answers' | 'removed'> {
  const answers: Record<string, string> = {};
  const removed: RemovedSecret[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = parsed[name];
    if (typeof value !== 'string') continue;
    const { text, kinds } = withoutSecrets(value, (text) => secretsIn(field, text));
    answers[name] = text;
    removed.push(...kinds.map((kind) => ({ field: name, kind })));
  }
  return { answers, removed };
}
