import accountError from './account-error/text/en.json' with { type: 'json' };
import common from './common/text/fields.en.json' with { type: 'json' };
import problems from './common/text/problems.en.json' with { type: 'json' };
import emailUpdate from './email-update/text/en.json' with { type: 'json' };
import nameQuery from './name-query/text/en.json' with { type: 'json' };
import notifyParty from './notify-party/text/en.json' with { type: 'json' };
import refundReturned from './refund-returned/text/en.json' with { type: 'json' };
import type { Problem } from '../problem.ts';
import { problemWords } from './common/text/problems.ts';
import type { ProblemTexts } from './common/text/problems.ts';
import type { Locale } from './locale.ts';
import { numbered } from './numbered.ts';
import { requestTypes } from './registry.ts';
import type { RequestTypeName } from './registry.ts';

/** Flat texts of one request type in one language: `<field>.label`, `.hint`, `.example`, `.<option>`, `section.<id>`. */
export type Texts = Readonly<Record<string, string>>;

const words: Record<Locale, Record<RequestTypeName, Texts>> = {
  en: {
    'name-query': { ...common, ...numbered(nameQuery, 2) },
    'email-update': { ...common, ...emailUpdate },
    'account-error': { ...common, ...accountError },
    'refund-returned': { ...common, ...refundReturned },
    'notify-party': { ...common, ...notifyParty },
  },
};
const problemTexts: Record<Locale, ProblemTexts> = { en: problems };

export const textsOf = (locale: Locale, type: RequestTypeName): Texts => words[locale][type];
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
