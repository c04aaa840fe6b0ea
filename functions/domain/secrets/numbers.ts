import { isRoutingNumber } from '../routing-number/check.ts';
import { isCard } from './check-digits.ts';
import { calledAt } from './cues.ts';
import type { Called } from './cues.ts';
import { ibans } from './iban.ts';
import { isGlued, rowsIn, together } from './rows.ts';
import type { Hit, Row } from './rows.ts';
import type { Secret } from './secret.ts';

/** Numbers that CBP, an entry or a calendar shows so are none of these: EIN with its suffix, CBP-assigned, entry, dates. */
const harmless =
  /(?<![\d*-])(?:\d\d-\d{7}(?:-?[\dA-Z]{2})?|\d{6}-\d{5}|[A-Z\d]{3}-\d{7}-\d|(?:19|20)\d\d([-/.])\d\d\1\d\d|\d\d?([-/.])\d\d?\2(?:19|20)\d\d)(?![\d-])/gi;

const blank = (text: string, { from, to }: Pick<Secret, 'from' | 'to'>): string =>
  text.slice(0, from) + '\0'.repeat(to - from) + text.slice(to);

/**
 * Every number of a see-through text that may not be kept, those first that say themselves what they are. In a `short`
 * answer (a phone number, an address) no word is looked for.
 */
export function secretNumbers(seen: string, short: boolean): Secret[] {
  // None has fewer digits than a short account number, or where no word counts than a Social Security number: the slow
  // patterns are prepared for the first that has.
  if ((seen.match(/\d/g)?.length ?? 0) < (short ? 9 : 4)) return [];
  const found: Secret[] = [];
  let text = seen;
  const take = (secrets: readonly Secret[]) => {
    found.push(...secrets);
    text = secrets.reduce(blank, text);
  };
  take(ibans(text));
  text = text.replace(harmless, (shown) => '\0'.repeat(shown.length));
  take(rowsIn(text, card));
  take(dashed(text));
  take(rowsIn(text, (row) => shaped(row) ?? (short ? undefined : called(row))));
  return found;
}

/** NNN-NN-NNNN, whatever touches it. */
const dashed = (text: string): Secret[] =>
  Array.from(text.matchAll(/\d{3} ?- ?\d\d ?- ?\d{4}/g), ({ 0: { length }, index }) => ({
    kind: 'ssn',
    from: index,
    to: index + length,
  }));

/** By the words around it. */
function called(row: Row): Hit | undefined {
  const [first, last] = [row.groups[row.at], row.groups.at(-1)];
  if (!first || !last) return undefined;
  const named = calledAt(row.text, first.from, last.to);
  return bank(row, named) ?? ssn(row, named);
}

/** Nearly all have 16 digits: what follows in the same row is another number. */
function card(row: Row): Hit | undefined {
  const count = together(row, (digits) => digits.length === 16 && isCard(digits), 16) || together(row, isCard, 19);
  return count > 0 ? { kind: 'card', count } : undefined;
}

/** A Social Security number by its shape alone: 3, 2 and 4 digits, or one hyphen left out, and nothing else in the row. */
function shaped({ text, groups, at }: Row): Hit | undefined {
  const shape = groups.map(({ digits }) => digits.length).join(' ');
  const isIt = at === 0 && /^3 (?:2 4|6)$/.test(shape) && !isGlued(text, groups[0]?.from ?? 0);
  return isIt ? { kind: 'ssn', count: groups.length } : undefined;
}

/** A bank's own number with its check digit, or the number of an account: short ones only right behind their word. */
function bank(row: Row, { cue, between }: Called): Hit | undefined {
  if (cue !== 'routing' && cue !== 'account') return undefined;
  const routing = together(row, isRoutingNumber, 9);
  if (routing > 0) return { kind: 'bank', count: routing };
  if (cue !== 'account') return undefined;
  const rest = row.groups.slice(row.at);
  const { length } = rest.map(({ digits }) => digits).join('');
  const direct = /^\W*(?:(?:number|num|no|nr|numero|is|es|[号號码碼])\W*)*$/i.test(between);
  const least = direct ? (/[a-z:#号號]/i.test(between) ? 4 : 5) : 6;
  return length >= least ? { kind: 'bank', count: rest.length } : undefined;
}

/** Nine digits that are called so, or that nothing calls otherwise and that SSA may have given out. */
function ssn(row: Row, { cue }: Called): Hit | undefined {
  const count = together(row, (digits) => digits.length === 9, 9);
  if (count === 0 || cue === 'other') return undefined;
  if (cue === 'ssn') return { kind: 'ssn', count };
  const { text, groups } = row;
  const [first, last] = [groups[0], groups.at(-1)];
  // Nine by themselves, or one by one.
  const bare = groups.length === 1 || groups.every(({ digits }) => digits.length === 1);
  if (!first || !last || !bare || isGlued(text, first.from, last.to)) return undefined;
  return isGivenOut(groups.map(({ digits }) => digits).join('')) ? { kind: 'ssn', count } : undefined;
}

/** SSA gave out no area 000, 666 or from 900 on, no group 00 and no serial 0000. */
const isGivenOut = (digits: string): boolean => /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(digits);
