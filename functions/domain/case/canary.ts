import type { Case } from './case.ts';

/**
 * The canary: a request of our own that goes the whole way of any other, so that somebody hears when the way is blocked.
 * It is known by a mark under a key that no public door has: a case that merely says so is worked on like any other, and
 * nobody can hide one.
 */

/** HMAC-SHA-256 of a text under the canary's key, hexadecimal. It is given, since the domain knows no hash. */
type Keyed = (text: string) => string;

const HOUR = 3600 * 1000;

/** So long a canary is kept. */
const KEPT_MS = 24 * HOUR;

/** Sixteen letters that make no word: a name with digits in it could read like a bank number, which no door keeps. */
const LETTERS = 'bcdfghjkmnpqrstv';

/** A company that only a canary has, from random hexadecimal: made fresh each time, so that a mark is worth nothing for a second request. */
export const canaryName = (hex: string): string =>
  `Canary ${hex.slice(0, 8).replace(/./g, (digit) => LETTERS[Number.parseInt(digit, 16)] ?? '')}`;

/** What looks like one. Good enough for a count, never for hiding a case. */
export const looksLikeCanary = (companyName: string): boolean => /^Canary [bcdfghjkmnpqrstv]{8}$/.test(companyName);

/** The mark as it travels: unix seconds, and a hash over them and the company's name. */
export function markOf(keyed: Keyed, companyName: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  return `${seconds}.${keyed(textOf(seconds, companyName))}`;
}

const textOf = (seconds: number, companyName: string): string => `canary ${seconds} ${companyName}`;

/** Whether something has the shape of a mark, right or wrong. */
export const isMark = (said: unknown): said is string =>
  typeof said === 'string' && /^\d{10}\.[0-9a-f]{64}$/.test(said);

/** When a mark says that it was made, in milliseconds. */
export const markedAt = (mark: string): number => Number(mark.slice(0, 10)) * 1000;

/** Whether a case came with a mark that our key made, for this company and within an hour of its opening. */
export function isCanary({ signs, answers, openedAt }: Pick<Case, 'signs' | 'answers' | 'openedAt'>, keyed: Keyed) {
  const mark = signs?.mark;
  if (!isMark(mark)) return false;
  const at = markedAt(mark);
  return isSame(mark, markOf(keyed, answers['companyName'] ?? '', new Date(at))) && isNear(at, openedAt);
}

const isNear = (at: number, openedAt: string): boolean => Math.abs(Date.parse(openedAt) - at) <= HOUR;

/** When a canary goes. */
export const canaryEnd = ({ openedAt }: Pick<Case, 'openedAt'>): string =>
  new Date(Date.parse(openedAt) + KEPT_MS).toISOString();

/** The case as our canary, as the next revision. */
export const asCanary = (of: Case): Case => ({ ...of, rev: of.rev + 1, canary: true, expiresAt: canaryEnd(of) });

/** Looks at every character, whatever differs: how long it takes tells nobody how much of a mark was right. */
function isSame(one: string, other: string): boolean {
  let differs = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) differs |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return differs === 0;
}
