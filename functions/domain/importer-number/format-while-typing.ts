import type { ImporterKind } from './importer-number.ts';
import { longest, plainText, separator } from './plain-text.ts';

/** What each kind looks like while it grows: bare, or with its hyphens already in place. */
const growing: Record<ImporterKind, RegExp> = {
  ein: /^(\d\d)-?(\d{1,7}|\d{7}-?[0-9A-Z]{1,2})$/,
  cbp: /^(\d{6})-?(\d{1,5})$/,
  ssn: /^(\d{3})-?(\d\d)-?(\d{0,3})$/,
};

/**
 * The text as the input box should show it: hyphens put where the kind has them. Idempotent; no digit or letter is
 * dropped, and what does not (yet) look like the kind stays as typed, so that reading says what is wrong with it.
 *
 * One exception, for safety: with kind `ssn`, nine digits become the last four, unless
 * hyphenated as an EIN. A page that wants to explain a wrong full number reads the text before it formats it.
 */
export function formatWhileTyping(kind: ImporterKind | undefined, text: string): string {
  if (!kind || text.length > longest) return text;
  const plain = plainText(text).replace(separator, '-');
  const digits = plain.replace(/\D/g, '');
  if (kind === 'ssn' && digits.length === 9 && /^(?!\d\d-)\D*[\d-]+$/.test(plain)) return digits.slice(-4);
  const groups = growing[kind].exec(plain)?.slice(1);
  return groups
    ? groups
        .map((group) => group.replace('-', ''))
        .filter(Boolean)
        .join('-')
    : text;
}
