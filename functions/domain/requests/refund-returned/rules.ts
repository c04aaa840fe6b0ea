import type { Rule } from '../check.ts';
import { textOf } from '../field.ts';

/**
 * An entry number: a filer code of three characters, seven digits and a check digit, `ABC-1234567-8`. Its shape only: how
 * CBP works the check digit out was found in no source (2026-11), so none is refused for it.
 */
const isEntryNumber = (text: string): boolean => /^[A-Z0-9]{3}\d{8}$/i.test(text.replace(/[\s\u2010-\u2015-]/g, ''));

/** One a line, or with commas between. */
const entriesOf = (text: string): string[] => text.split(/[\n,;]/).filter((part) => part.trim() !== '');

const entryNumbersFit: Rule = (given) =>
  entriesOf(textOf(given, 'entryNumbers')).every(isEntryNumber)
    ? []
    : [{ field: 'entryNumbers', code: 'not-an-entry-number' }];

export const rules: readonly Rule[] = [entryNumbersFit];
