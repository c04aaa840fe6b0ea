import { texts as accountError } from './account-error/texts.ts';
import type { Problem } from '../problem.ts';
import { problemTexts } from './common/problem-texts.ts';
import { problemWords } from './common/text/problems.ts';
import type { ProblemTexts } from './common/text/problems.ts';
import { texts as common } from './common/texts.ts';
import { texts as emailUpdate } from './email-update/texts.ts';
import type { Locale } from './locale.ts';
import { texts as nameQuery } from './name-query/texts.ts';
import { texts as notifyParty } from './notify-party/texts.ts';
import { texts as refundReturned } from './refund-returned/texts.ts';
import { requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';

/** Flat texts of one request type in one language: `<field>.label`, `.hint`, `.example`, `.<option>`, `section.<id>`. */
export type Texts = Readonly<Record<string, string>>;

const own: Record<RequestTypeName, Record<Locale, Texts>> = {
  'name-query': nameQuery,
  'email-update': emailUpdate,
  'account-error': accountError,
  'refund-returned': refundReturned,
  'notify-party': notifyParty,
};

export const textsOf = (locale: Locale, type: RequestTypeName): Texts => ({ ...common[locale], ...own[type][locale] });
export const problemTextsOf = (locale: Locale): ProblemTexts => problemTexts[locale];

/** A text that must exist: a test walks every field of every type in every language. */
export function text(texts: Texts, key: string): string {
  const found = texts[key];
  if (found === undefined) throw new Error(`no text named ${key}`);
  return found;
}

/** A problem of a request in words. An unknown field is called by the name it came with. */
export function wordsOfProblem(locale: Locale, type: RequestTypeName, problem: Problem): string {
  const fields: Readonly<Record<string, { kind: string; min?: number; max?: number }>> = requestTypes[type].fields;
  const known = Object.hasOwn(fields, problem.field) ? fields[problem.field] : undefined;
  const texts = textsOf(locale, type);
  const label = (known && texts[`${problem.field}.label`]) ?? problem.field;
  return problemWords(
    problemTexts[locale],
    problem,
    { label, example: texts[`${problem.field}.example`] },
    known ?? {},
  );
}
