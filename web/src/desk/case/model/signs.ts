import { spelled } from '#domain/company-name/spelled.ts';

/** One sign of a name as the page draws it: a space gets a mark that can be seen, a sign between letters stands out. */
export type Sign = { readonly shown: string; readonly kind: 'letter' | 'space' | 'mark' };

export const signsOf = (text: string): Sign[] =>
  Array.from(text, (sign): Sign => {
    if (/\s/u.test(sign)) return { shown: '␣', kind: 'space' };
    return { shown: sign, kind: /[\p{L}\p{M}\p{N}]/u.test(sign) ? 'letter' : 'mark' };
  });

/** A stretch of a name as it is said: words as they are, signs and spaces by their names. */
export function said(text: string): string {
  const parts = text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu) ?? [];
  const wordOf = (part: string) => (/^[\p{L}\p{M}\p{N}]/u.test(part) ? part : (spelled(part)[0]?.word ?? part));
  return parts.map(wordOf).join(', ');
}
