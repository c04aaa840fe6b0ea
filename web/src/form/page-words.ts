import type { Field, Fields } from '#domain/requests/field.ts';
import { requestTypes, type RequestTypeName } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { warningTextsOf } from '#domain/requests/number-words.ts';
import { problemTextsOf, textsOf } from '#domain/requests/texts.ts';
import { scriptWords, type Locale } from '../text/words.ts';

/** Problems that a form cannot have: they come from programs, and the door explains them. */
const doorOnly = ['not-text', 'given-twice', 'unknown-field', 'not-an-option', 'not-a-submission-id'];

/** Problems that only one kind of question can have. All others are kept for every form: a rule may find them. */
const onlyOf: Readonly<Record<string, readonly Field['kind'][]>> = {
  'not-ticked': ['tick'],
  'not-an-extension': ['extension'],
};

/** Problems that only rules find: a form without rules does not carry their words. */
const ofRules = /^(own-|already-|not-a-us|not-a-canadian|not-an-entry|number-twice)/;

const canOccur = (code: string, fields: Fields, hasRules: boolean): boolean =>
  !doorOnly.includes(code) &&
  (hasRules || !ofRules.test(code)) &&
  (!onlyOf[code] || Object.values(fields).some(({ kind }) => onlyOf[code]?.includes(kind)));

/** All words that a form's script may need: its own, the problems it can find and the warnings about a number. */
export function pageWords(type: RequestTypeName, locale: Locale): Record<string, string> {
  const { fields, rules }: RequestType = requestTypes[type];
  const problems = Object.entries(problemTextsOf(locale)).filter(([code]) => canOccur(code, fields, rules.length > 0));
  const examples = Object.entries(textsOf(locale, type)).filter(([key]) => key.endsWith('.example'));
  return { ...scriptWords(locale), ...Object.fromEntries([...problems, ...examples]), ...warningTextsOf(locale) };
}
