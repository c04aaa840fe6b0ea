import type { Problem, ProblemCode } from '../problem.ts';
import { problemWords } from '../requests/common/text/problems.ts';
import type { EmailField, Given } from '../requests/field.ts';
import type { Locale } from '../requests/locale.ts';
import { readEmail } from '../requests/read-field.ts';
import { problemTextsOf } from '../requests/texts.ts';
import { readReference } from './reference.ts';
import type { CaseReference } from './reference.ts';
import en from './text/look-up.en.json' with { type: 'json' };
import es from './text/look-up.es.json' with { type: 'json' };
import zhHans from './text/look-up.zh-Hans.json' with { type: 'json' };

/** Asking for a link to one's own case: reference and email. Only their shape is looked at. */
export type LookUpTexts = typeof en;
const texts: Record<Locale, LookUpTexts> = { en, es, 'zh-Hans': zhHans };
export const lookUpTexts = (locale: Locale): LookUpTexts => texts[locale];

/** Longest texts that the form takes; a reference may be typed with spaces. */
export const lookUpLengths = { reference: 40, email: 254 } as const;
export const lookUpNames = ['reference', 'email'] as const;
export type LookUpName = (typeof lookUpNames)[number];

export type LookUp = { readonly reference: CaseReference; readonly email: string };
export type LookUpProblem = { readonly field: LookUpName; readonly code: ProblemCode | 'not-a-reference' };

const emailField: EmailField = { kind: 'email', max: lookUpLengths.email, needed: true };

/** Reads what was typed, or says every problem at once. Whether there is such a case is nobody's business here. */
export function readLookUp(given: Given): LookUp | { readonly problems: readonly LookUpProblem[] } {
  const reference = referenceIn(given['reference']);
  const email = emailIn(given['email']);
  if ('read' in reference && 'read' in email) return { reference: reference.read, email: email.read };
  return {
    problems: [
      ...('code' in reference ? [{ field: 'reference', code: reference.code } as const] : []),
      ...('code' in email ? [{ field: 'email', code: email.code } as const] : []),
    ],
  };
}

type Read<T> = { readonly read: T } | { readonly code: LookUpProblem['code'] };

function emailIn(raw: unknown): Read<string> {
  const email = readEmail(emailField, raw);
  if ('code' in email) return email;
  return email.value === undefined ? { code: 'missing' } : { read: email.value };
}

function referenceIn(raw: unknown): Read<CaseReference> {
  if (Array.isArray(raw)) return { code: 'given-twice' };
  if (raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')) return { code: 'missing' };
  if (typeof raw !== 'string') return { code: 'not-text' };
  const read = readReference(raw.trim());
  return read ? { read } : { code: 'not-a-reference' };
}

export function wordsOfLookUp(locale: Locale, { field, code }: LookUpProblem): string {
  const words = texts[locale];
  const label = words[`${field}.label`];
  const example = words[`${field}.example`];
  if (code === 'not-a-reference') return words['not-a-reference'].replace('{example}', () => example);
  const problem: Problem = { field, code };
  return problemWords(problemTextsOf(locale), problem, { label, example }, { max: lookUpLengths[field] });
}
