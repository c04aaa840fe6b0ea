import type { CaseLists } from '../lists/ports.ts';
import type { Place } from '#domain/desk/queue.ts';
import { figuresOf, together } from '#domain/desk/day-figures.ts';
import type { Figures } from '#domain/desk/day-figures.ts';
import { dayOf, daysUntil } from '#domain/desk/days.ts';
import type { DayFigures } from '#domain/desk/insights.ts';
import type { Clock, Log } from '../ports.ts';
import type { DayStore } from './ports.ts';

export type RecomputePorts = {
  readonly lists: Pick<CaseLists, 'some'>;
  readonly days: DayStore;
  readonly now: Clock;
  readonly log: Log;
};

const MINUTE = 60_000;
const TODAY_STALE_MS = 2 * MINUTE;
const STALE_MS = 30 * MINUTE;

/** Older days keep the figures that they had then. */
export const DAYS_KEPT_FRESH = 35;

const AT_A_TIME = 500;
/** A day of more cases is somebody's play with the form: counting it must not take the time that letters need. */
const MOST_OF_A_DAY = 20_000;

/**
 * Counts one day anew, from the cases that were opened on it: today when its figures are two minutes old, else the
 * stalest of the last 35 days when they are half an hour old. Nothing is ever added to a figure, so a replay cannot skew
 * it. Gives the day; nothing when all are fresh. A failure is logged and does no harm: the next run comes soon.
 */
export async function recomputeDays(ports: RecomputePorts): Promise<string | undefined> {
  try {
    const began = ports.now();
    const day = await stalestDay(ports, began);
    if (day !== undefined) await ports.days.put(await countDay(ports, day, began));
    return day;
  } catch (error) {
    ports.log('figures-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  }
}

async function stalestDay({ days }: RecomputePorts, now: Date): Promise<string | undefined> {
  const today = dayOf(now);
  const window = daysUntil(today, DAYS_KEPT_FRESH);
  const known = await days.between(window[0] ?? today, today);
  const ageOf = (day: string): number => {
    const computedAt = known.find((one) => one.day === day)?.computedAt;
    return computedAt === undefined ? Infinity : now.getTime() - Date.parse(computedAt);
  };
  if (ageOf(today) > TODAY_STALE_MS) return today;
  // The latest of those that were never counted is worth most.
  const [stalest] = window.toReversed().sort((a, b) => (ageOf(a) === ageOf(b) ? 0 : ageOf(b) - ageOf(a)));
  return stalest !== undefined && ageOf(stalest) > STALE_MS ? stalest : undefined;
}

async function countDay({ lists }: RecomputePorts, day: string, began: Date): Promise<DayFigures> {
  const parts: Figures[] = [];
  let after: Place | undefined;
  let counted = 0;
  do {
    const { found, more } = await lists.some({ by: 'day', of: day }, { most: AT_A_TIME, after });
    parts.push(figuresOf(found.map(({ card }) => card)));
    counted += found.length;
    after = more ? found.at(-1)?.place : undefined;
  } while (after !== undefined && counted < MOST_OF_A_DAY);
  const figures = { day, computedAt: began.toISOString(), ...together(parts) };
  return after === undefined ? figures : { ...figures, partial: true };
}
