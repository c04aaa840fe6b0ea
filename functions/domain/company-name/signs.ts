import type { Locale } from '../requests/locale.ts';
import { signName } from './sign-names.ts';

/** One sign of a name as a page draws it: a space gets a mark that can be seen, a sign between letters stands out. */
export interface Sign {
  readonly shown: string;
  readonly kind: 'letter' | 'space' | 'mark';
}

export const signsOf = (text: string): Sign[] =>
  Array.from(text, (sign): Sign => {
    if (/\s/u.test(sign)) return { shown: '␣', kind: 'space' };
    return { shown: sign, kind: /[\p{L}\p{M}\p{N}]/u.test(sign) ? 'letter' : 'mark' };
  });

/** What no keyboard key and no eye tells: which sign of the world's list it is, `U+0410`. */
const numbered = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A letter of another alphabet alone may look like one of ours: it is said with its number. */
const isForeignLetter = (part: string): boolean => /^\p{L}$/u.test(part) && !/\p{Script=Latin}/u.test(part);

function wordOf(part: string, locale: Locale): string {
  if (isForeignLetter(part)) return `${part} (${numbered(part)})`;
  if (/^[\p{L}\p{M}\p{N}]/u.test(part)) return part;
  const word = signName(part, locale);
  return /^[ -~]$/.test(part) ? word : `${word} (${numbered(part)})`;
}

/** A stretch of a name as it is said: words as they are, signs and spaces by their names. */
export const said = (text: string, locale: Locale = 'en'): string =>
  (text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu) ?? []).map((part) => wordOf(part, locale)).join(', ');
