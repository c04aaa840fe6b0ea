import { abiLengths } from '../abi/fitted.ts';
import { fold } from '../abi/fold.ts';
import type { Change } from '../abi/fold.ts';
import { mixesScripts } from './look-alikes.ts';

/** What stands out in a name, one of each kind, the gravest first. */
export type NamePoint =
  /** Letters of two alphabets in one name, which look the same to the eye. */
  | { readonly code: 'mixed-scripts' }
  /** Longer than the full legal name in CBP's record. */
  | { readonly code: 'too-long' }
  | Exclude<Change, { readonly code: 'cut' }>;

/** A name as it lies in CBP's electronic records: nothing of it is refused, all that stands out is said. */
export interface CheckedName {
  /** In characters of the plain form, as the records count them. */
  readonly length: number;
  /** Capitals, plain signs, single spaces; a `?` for what has no plain form. */
  readonly plain: string;
  /** The first 32 characters of it, without a space at their end. */
  readonly abbreviated: string;
  readonly points: readonly NamePoint[];
}

/** The full legal name: 30 characters in record T3 and 70 in TN `IN1`. */
export const longestName = abiLengths.legalName + abiLengths.legalNameOverflow;

const order = ['mixed-scripts', 'too-long', 'invisible', 'unfit', 'accents', 'punctuation', 'spaces', 'capitals'];

const isPoint = (change: Change): change is Exclude<Change, { readonly code: 'cut' }> => change.code !== 'cut';

/** What CBP's records make of a name; `undefined` for an empty one. A text of any length is cheap. */
export function checkName(typed: string): CheckedName | undefined {
  // What is ten times too long needs no closer look.
  const name = typed.slice(0, 10 * longestName);
  const { text: plain, changed } = fold(name);
  if (plain === '') return undefined;
  const points: NamePoint[] = changed.filter(isPoint);
  if (mixesScripts(name)) points.push({ code: 'mixed-scripts' });
  if (plain.length > longestName) points.push({ code: 'too-long' });
  const sorted = points.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
  return {
    length: plain.length,
    plain,
    abbreviated: plain.slice(0, abiLengths.abbreviatedName).trimEnd(),
    points: sorted,
  };
}
