import type { Card } from './card.ts';
import { spreadOver, sumOf } from './hours.ts';
import type { DayFigures } from './insights.ts';

export type Figures = Omit<DayFigures, 'day' | 'computedAt' | 'partial'>;

const HOUR = 3600 * 1000;

const hoursFrom = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from)) / HOUR;

/** The figures of some cases, from their cards alone. Times are of the clock, not of office hours: it is how long the importer waited. */
export function figuresOf(cards: readonly Card[]): Figures {
  return {
    requests: sumOf(cards.map(({ type }) => ({ [type]: 1 }))),
    flagged: cards.filter(({ flagged }) => flagged).length,
    outcomes: sumOf(cards.map((card) => ({ [`${card.type}/${endOf(card)}`]: 1 }))),
    toFirstMove: spreadOver(
      cards.flatMap(({ openedAt, firstMoveAt }) =>
        firstMoveAt === undefined ? [] : [hoursFrom(openedAt, firstMoveAt)],
      ),
    ),
    // A duplicate that is closed, or a request that is withdrawn, waited for no answer.
    toOutcome: spreadOver(
      cards.flatMap(({ state, openedAt, closedAt }) =>
        closedAt !== undefined && state !== 'closed' ? [hoursFrom(openedAt, closedAt)] : [],
      ),
    ),
  };
}

/** An outcome counts when the case ended with it: one that waits for clearance was told to nobody. */
function endOf({ state, closedAt, outcome }: Card): string {
  if (closedAt === undefined) return 'open';
  return outcome ?? state;
}

/** Figures of parts as those of the whole: pages of a day, days of a window. */
export const together = (parts: readonly Figures[]): Figures => ({
  requests: sumOf(parts.map(({ requests }) => requests)),
  flagged: parts.reduce((sum, { flagged }) => sum + flagged, 0),
  outcomes: sumOf(parts.map(({ outcomes }) => outcomes)),
  toFirstMove: sumOf(parts.map(({ toFirstMove }) => toFirstMove)),
  toOutcome: sumOf(parts.map(({ toOutcome }) => toOutcome)),
});
