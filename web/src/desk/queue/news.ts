import type { Card } from '#domain/desk/card.ts';

/** Whether a case came, or somebody else moved it, since its reader last said that they had looked. */
export function isNews(
  { openedAt, movedAt = '', movedBy }: Card,
  lookedAt: string | undefined,
  reader: string,
): boolean {
  if (lookedAt === undefined) return false;
  return openedAt > lookedAt || (movedAt > lookedAt && movedBy !== reader);
}

/** Cases of the new list that the old one did not know. */
export function arrived(before: readonly Card[], after: readonly Card[]): number {
  const known = new Set(before.map(({ digest }) => digest));
  return after.filter(({ digest }) => !known.has(digest)).length;
}
