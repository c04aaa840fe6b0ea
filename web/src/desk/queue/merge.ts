import type { Card } from '#domain/desk/card.ts';

/** Each case once: one that moved while pages were read may have come twice, and the later reading is true. */
export const once = (cards: readonly Card[]): Card[] => [...new Map(cards.map((card) => [card.digest, card])).values()];

/**
 * The list after its first pages were read anew: those as they are now, and, where more had been shown than was read again,
 * the rest as it was.
 */
export function renewed(before: readonly Card[], fresh: readonly Card[], readAll: boolean): Card[] {
  if (readAll) return once(fresh);
  const known = new Set(fresh.map(({ digest }) => digest));
  const rest = before.slice(fresh.length).filter(({ digest }) => !known.has(digest));
  return once([...fresh, ...rest]);
}
