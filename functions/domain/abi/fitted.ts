import { fold } from './fold.ts';
import type { Change, Folded } from './fold.ts';

export type { Change } from './fold.ts';

/**
 * Lengths of what an Importer/Consignee Create/Update holds (application TP, chapter of 13 March 2019, v12 draft;
 * positions from one public transcription, read July 2026), in characters.
 */
export const abiLengths = {
  abbreviatedName: 32,
  legalName: 30,
  legalNameOverflow: 70,
  addressLine: 32,
  city: 21,
  email: 30,
  emailOverflow: 70,
  person: 30,
  title: 22,
} as const;

export interface FittedName {
  /** T1, and K1 of a query: at most 32 characters, capitals, printable ASCII. */
  readonly abbreviated: string;
  /** T3 (30) and TN `IN1` (70), exact cuts of the full legal name; undefined when the name fits 32, which needs neither. */
  readonly legalParts: { readonly t3: string; readonly in1: string } | undefined;
  /** What differs from the name as given. A cut at 32 is one; so is a cut at 100, the most that T3 and TN hold. */
  readonly changed: readonly Change[];
}

const cutAt = (text: string, max: number): readonly Change[] =>
  text.length > max ? [{ code: 'cut', max, lost: text.slice(max) }] : [];

/** One line of a record: capitals, ASCII, at most `max` characters, with all that changed. Never refuses. */
export function fitLine(given: string, max: number): { readonly line: string; readonly changed: readonly Change[] } {
  const { text, changed }: Folded = fold(given);
  return { line: text.slice(0, max).trimEnd(), changed: [...changed, ...cutAt(text, max)] };
}

/** A company's name as the ABI records hold it, with all that changed. Never refuses; a person settles what is unfit. */
export function fitName(given: string): FittedName {
  const { text, changed } = fold(given);
  const { abbreviatedName, legalName, legalNameOverflow } = abiLengths;
  const legal = legalName + legalNameOverflow;
  return {
    abbreviated: text.slice(0, abbreviatedName).trimEnd(),
    legalParts:
      text.length > abbreviatedName ? { t3: text.slice(0, legalName), in1: text.slice(legalName, legal) } : undefined,
    changed: [...changed, ...cutAt(text, abbreviatedName), ...cutAt(text, legal)],
  };
}
