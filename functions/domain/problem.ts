import type { ImporterNumberRefusal } from './importer-number/reading.ts';
import type { SecretKind } from './secrets/secret.ts';

/** What can be wrong with one answer: a closed list. Its words stand in `requests/common/text/problems.<language>.json`. */
export type ProblemCode =
  | 'missing'
  | 'missing-choice'
  | 'not-ticked'
  | 'not-text'
  | 'given-twice'
  | 'unknown-field'
  | 'broken-text'
  | 'control-characters'
  | 'too-short'
  | 'too-long'
  | 'no-letters'
  | 'not-an-option'
  | 'not-an-email'
  | 'several-emails'
  | 'own-domain'
  | 'not-a-phone'
  | 'not-an-extension'
  | 'not-a-us-postal-code'
  | 'not-a-canadian-postal-code'
  | 'not-a-submission-id'
  | 'not-an-entry-number'
  /** The importer's own number where somebody else's belongs. */
  | 'own-number'
  /** The same number is given twice. */
  | 'number-twice'
  | 'already-ace-user'
  | 'already-linked'
  /** What nobody may keep was typed. The page stops for it, the door for an email address only (`requests/secret-answers.ts`). */
  | `secret-${SecretKind}`
  | 'number-ask-kind'
  | `number-${Exclude<ImporterNumberRefusal, 'missing'>}`;

/** One thing that is wrong, at the field it is wrong with. */
export type Problem = { readonly field: string; readonly code: ProblemCode };

/** Tells a code from any other text, for the one place where codes travel through a schema library as messages. */
export const isProblemCode = (text: string): text is ProblemCode => /^(number-)?[a-z-]+$/.test(text);
