import type { Item } from '../../../functions/aws/case-item.ts';

/** What an item is, by the first part of its key: `MEMBER`, `TRAIL`. A case and the trace that it leaves have the same key. */
export function kindOf(item: Item): string {
  const prefix = (item['pk']?.S ?? '').split('#')[0] ?? '';
  if (prefix !== 'CASE') return prefix;
  return item['trace'] ? 'trace' : 'case';
}

/**
 * Left out of every export, and why. All of these are over within hours, and most are the hash of a secret that opens
 * something until then: a copy of them could only do harm. What is named nowhere is taken along.
 */
export const leftOut: Readonly<Record<string, string>> = {
  SESSION: 'sign-ins: members sign in again',
  LINK: 'links to sign in, good for 15 minutes',
  TRIP: 'ways to the identity provider that had begun',
  ASK: 'asks for a link: who waits for one asks again',
  BUDGET: 'how many letters went to an address that day',
};

/** What the machine counts by itself in any table, an empty one too: it stands in no import's way. */
export const countedAnew: readonly string[] = ['DAY', 'HEADS', 'CANARY', 'HOURS'];

/** The same counts, with one more of a kind. */
export function count(counts: Record<string, number>, kind: string): void {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

/** `case 412, member 3, trail 1,904`. */
export const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, number]) => `${kind.toLowerCase()} ${number.toLocaleString('en-US')}`)
    .join(', ');
