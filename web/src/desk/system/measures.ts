import type { LetterCounts } from '#domain/desk/letter-counts.ts';
import type { Hour, System } from '#domain/desk/system.ts';

const MINUTE = 60_000;

/** A letter is promised to be taken by then. */
export const LATE_MS = MINUTE;

/** A test request goes every quarter of an hour, and its letter may take five minutes. */
const CANARY_LATE_MS = 35 * MINUTE;

/** At most so many references of an hour are named. */
const MOST_NAMED = 10;

export const sum = (hours: readonly Hour[], of: keyof LetterCounts): number =>
  hours.reduce((all, { letters }) => all + (letters[of] ?? 0), 0);

/** References that were shown to somebody and are not stored; `more` when an hour names only its first ones. */
export const missingIn = (hours: readonly Hour[]): { readonly n: number; readonly more: boolean } => ({
  n: hours.reduce((all, { missing }) => all + missing.length, 0),
  more: hours.some(({ missing }) => missing.length >= MOST_NAMED),
});

export const areLate = ({ debts: { cases, oldestSince }, at }: System): boolean =>
  cases > 0 && (oldestSince === undefined || Date.parse(at) - Date.parse(oldestSince) > LATE_MS);

/** Whether the last test request that went through is too long ago, or none ever did and one failed. */
export function isCanaryLate({ canary: { on, deliveredAt, failedAt }, at }: System): boolean {
  if (!on) return false;
  if (deliveredAt === undefined) return failedAt !== undefined;
  return Date.parse(at) - Date.parse(deliveredAt) > CANARY_LATE_MS;
}

/** What was promised of how many letters, and of how many it came true. */
export type Measured = { readonly promised: number; readonly n: number; readonly all: number };

/** Whatever was to be sent counts, sent or not; what was held back was not promised. */
export const takenInTime = (hours: readonly Hour[]): Measured => ({
  promised: 0.999,
  n: sum(hours, 'onTime'),
  all: sum(hours, 'sent') + sum(hours, 'owed') + sum(hours, 'parked'),
});

/**
 * What came back could not be delivered, unless it was and somebody called it spam later; of all else only what is known to be
 * delivered counts. Hours that were counted before there was `lostSoon` may say too little: it is never more than all.
 */
export function deliveredInTime(hours: readonly Hour[]): Measured {
  const n = sum(hours, 'soon');
  const undelivered = sum(hours, 'lost') - sum(hours, 'lostSoon');
  return { promised: 0.99, n, all: Math.max(n, takenInTime(hours).all - undelivered) };
}

export const isKept = ({ promised, n, all }: Measured): boolean => n >= promised * all;

/** Cut, not rounded: 999 of 1000 is not all. */
export const share = (part: number): string => `${Math.floor(part * 1000 + 1e-9) / 10} %`;
