import { ON_TIME_SECONDS, SOON_SECONDS } from '../case/promises.ts';
import type { Letter } from '../case/letter-parts.ts';
import type { CardLetters, LetterCounts } from './letter-counts.ts';

/** Counts what became of letters. No schema here: the public door writes cards, too, and carries none of the desk's. */
export function countLetters(letters: readonly Letter[]): CardLetters {
  const counts: CardLetters = {};
  for (const name of letters.flatMap(namesFor)) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** A letter counts for each thing that is true of it: sent, and delivered, and soon. */
function namesFor({ state, owedSince, sentAt, bouncedAt, told }: Letter): (keyof LetterCounts)[] {
  const within = (at: string | undefined, seconds: number) =>
    at !== undefined && Date.parse(at) - Date.parse(owedSince) <= seconds * 1000;
  const isLost = (bouncedAt ?? told?.complainedAt ?? told?.rejectedAt) !== undefined;
  const isSoon = within(told?.deliveredAt, SOON_SECONDS);
  return [
    state,
    ...(within(sentAt, ON_TIME_SECONDS) ? (['onTime'] as const) : []),
    ...(told?.deliveredAt === undefined ? [] : (['delivered'] as const)),
    ...(isSoon ? (['soon'] as const) : []),
    ...(isLost ? (['lost'] as const) : []),
    ...(isLost && isSoon ? (['lostSoon'] as const) : []),
  ];
}

export const noLetters: LetterCounts = {
  owed: 0,
  sent: 0,
  onTime: 0,
  delivered: 0,
  soon: 0,
  lost: 0,
  lostSoon: 0,
  held: 0,
  parked: 0,
};

/** The counts of some cases together. */
export const sumOfLetters = (sum: LetterCounts, more: CardLetters): LetterCounts => ({
  owed: sum.owed + (more.owed ?? 0),
  sent: sum.sent + (more.sent ?? 0),
  onTime: sum.onTime + (more.onTime ?? 0),
  delivered: sum.delivered + (more.delivered ?? 0),
  soon: sum.soon + (more.soon ?? 0),
  lost: sum.lost + (more.lost ?? 0),
  lostSoon: (sum.lostSoon ?? 0) + (more.lostSoon ?? 0),
  held: sum.held + (more.held ?? 0),
  parked: sum.parked + (more.parked ?? 0),
});
