import { normaliseCompanyName } from '#domain/company-name/normalise.ts';
import type { ImporterNumber } from '#domain/importer-number/importer-number.ts';
import { readImporterNumber } from '#domain/importer-number/read.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import type { CaseList } from './ports.ts';

/** Why nothing is looked up: what the words lack. */
export type SearchRefusal = 'cursor' | 'too-short' | 'number' | 'social-security-number';

export type Understood =
  | { readonly by: 'importer-number' | 'mailbox' | 'company'; readonly lists: readonly CaseList[] }
  | { readonly refused: SearchRefusal };

/** The index by company holds together what begins with the same three characters. */
const INITIALS = 3;

/**
 * What a member means by some words: a mailbox, an importer number in any writing, or how a company's name begins. Of a
 * Social Security number only the last four digits are kept, and no list goes by those alone.
 */
export function understand(words: string, year: number): Understood {
  if (words.includes('@')) {
    const of = mailboxKey(words);
    return {
      by: 'mailbox',
      lists: [
        { by: 'contact-mailbox', of },
        { by: 'new-mailbox', of },
      ],
    };
  }
  const numbers = numbersIn(words, year);
  if (numbers.some(({ kind }) => kind === 'ssn')) return { refused: 'social-security-number' };
  if (numbers.length > 0) {
    return { by: 'importer-number', lists: numbers.map((number) => ({ by: 'importer', of: importerKey(number) })) };
  }
  return /\p{L}/u.test(words) ? byName(words) : { refused: 'number' };
}

/** Bare digits that two kinds share are looked up as both; nine of them as an EIN, since the other kind is not kept. */
export function numbersIn(text: string, year: number): ImporterNumber[] {
  const reading = readImporterNumber({ kind: undefined, text, year });
  if (reading.outcome === 'read') return [reading.number];
  if (reading.outcome === 'refused') return [];
  return reading.kinds
    .filter((kind) => kind !== 'ssn')
    .map((kind) => readImporterNumber({ kind, text, year }))
    .flatMap((one) => (one.outcome === 'read' ? [one.number] : []));
}

function byName(words: string): Understood {
  const begins = normaliseCompanyName(words).toWellFormed();
  if (begins.length < INITIALS) return { refused: 'too-short' };
  return { by: 'company', lists: [{ by: 'company', of: begins.slice(0, INITIALS).toWellFormed(), begins }] };
}
