import type { ImporterKind } from './importer-number.ts';
import { longest, plainText, separator } from './plain-text.ts';
import type { ImporterNumberRefusal, Reading } from './reading.ts';
import { rules } from './rules.ts';

export interface Typed {
  /** What the requester says it is; undefined when not (yet) chosen. */
  readonly kind: ImporterKind | undefined;
  readonly text: string;
  /** The current calendar year, four digits: this module never reads a clock. */
  readonly year: number;
}

const refused = (code: ImporterNumberRefusal): Reading => ({ outcome: 'refused', code });

/** An EORI or VAT number begins with a country's letters; a Canadian business number ends in its program and account. */
const foreign = /^([A-Z]{2}\d[0-9A-Z]{5,}|\d{9}R[CMPT]\d{4})$/;

/** Forms that need no change: what is read from them was not normalised. */
const standard = /^(\d\d-\d{7}([0-9A-Z]{2})?|\d{6}-\d{5}|(\d{3}-\d\d-)?\d{4})$/;

/** Where the separators stand tells the kind (EIN 2-7 and suffix, SSN 3-2-4, CBP-assigned 6-5), even with a digit lost. */
function kindTold(groups: readonly string[]): ImporterKind | undefined {
  const lengths = groups.map((group) => group.length).join();
  if (/^(2,(\d+|7,[12])|9,[12])$/.test(lengths)) return 'ein';
  if (/^3,2,\d+$/.test(lengths)) return 'ssn';
  if (/^(6,(\d+|5,\d)|11,2)$/.test(lengths)) return 'cbp';
  return /^\d{9}(?=.?[A-Z])\w\w?$/.test(groups.join()) ? 'ein' : undefined;
}

/** Digits without separators and without a kind are never guessed: nine may be EIN or SSN, eleven EIN or CBP-assigned. */
function askOrRefuse(chars: string): Reading {
  if (/[A-Z]/.test(chars)) return refused('characters');
  if (chars.length === 9) return { outcome: 'ask-kind', kinds: ['ein', 'ssn'] };
  if (chars.length === 11) return { outcome: 'ask-kind', kinds: ['ein', 'cbp'] };
  return refused(chars.length < 9 ? 'too-short' : chars.length > 11 ? 'too-long' : 'wrong-length');
}

/**
 * Reads an importer number as typed. Never throws; a text of any length is cheap.
 *
 * `read`: a number, warnings and whether the text was put into standard form; of a Social Security number only its
 * last four digits. With kind `ssn` the last four alone are accepted. `ask-kind`: bare digits that two kinds share.
 * `refused`: a closed code.
 *
 * Rules: ABI record B and CBP's ISF notes (shapes), IRS (EIN prefixes), SSA (numbers), Form 5106 06/25 (which
 * numbers count), all read by July 2026.
 */
export function readImporterNumber({ kind, text, year }: Typed): Reading {
  if (text.length > longest) return refused('too-long');
  const plain = plainText(text);
  const groups = plain.split(separator);
  const chars = groups.join('');
  if (!plain) return refused('missing');
  if (/[^0-9A-Z]/.test(chars)) return refused(/(?!\d)\p{Nd}/u.test(chars) ? 'other-digits' : 'characters');
  if (foreign.test(chars)) return refused('foreign-number');

  const told = kindTold(groups);
  if (!told && groups.length > 1) return refused('separators');
  if (kind && told && told !== kind) return refused(`is-${told}`);
  const known = kind ?? told;
  if (!known) return askOrRefuse(chars);

  const verdict = rules[known](chars, year);
  if (typeof verdict === 'string') return refused(verdict);
  return { outcome: 'read', ...verdict, normalised: !standard.test(text) };
}
