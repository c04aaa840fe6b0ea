import { formatWhileTyping } from './format-while-typing.ts';
import type { ImporterKind } from './importer-number.ts';
import { plainText } from './plain-text.ts';

/** Three, two and four digits with a sign between: nobody writes another number like this, whatever stands around it. */
const written = /(?<!\d)\d{3} ?[-./ ] ?\d\d ?[-./ ] ?(\d{4})(?!\d)/;

/**
 * The last four digits when a text holds a full Social Security number: one that is written as such, or nine digits where
 * the reader chose that kind. Undefined when nothing has to go. What replaces the text is these four digits alone.
 */
export function lastFourOnly(kind: ImporterKind | undefined, text: string): string | undefined {
  const [, lastFour] = written.exec(plainText(text)) ?? [];
  if (lastFour !== undefined) return lastFour;
  const shown = kind === 'ssn' ? formatWhileTyping(kind, text) : text;
  return shown.length === 4 && shown !== text ? shown : undefined;
}
