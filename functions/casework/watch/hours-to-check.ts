import type { Hour } from '#domain/desk/system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A line of the hour's last second may still be on its way into the log. */
const GRACE_MS = 5 * MINUTE;

/** A letter is tried for three days: by then every hour is settled, or somebody was told. */
export const HOURS_LOOKED_BACK = 96;

/** So that a run after a long break ends in time; the next ones go on. */
const MOST_OF_A_RUN = 6;

/** An hour of UTC as it is named: `2026-11-27T14`. */
const nameOf = (begins: number): string => new Date(begins).toISOString().slice(0, 13);
export const beginOf = (hour: string): Date => new Date(`${hour}:00:00Z`);
export const endOf = (hour: string): Date => new Date(beginOf(hour).getTime() + HOUR);

/**
 * Which hours to look at now: those that were never checked, the latest first; then those that were not settled when they
 * were checked, in turn, so that no hour waits for ever behind others. At the very first time there is one: the last that
 * is over.
 */
export function hoursToCheck(known: readonly Hour[], now: Date): string[] {
  const all = hoursSince(known, now);
  const checked = new Map(known.map((hour) => [hour.hour, hour]));
  const never = all.filter((hour) => !checked.has(hour));
  const again = all
    .flatMap((hour) => checked.get(hour) ?? [])
    .filter(({ settled }) => !settled)
    .sort((a, b) => (a.checkedAt < b.checkedAt ? -1 : 1));
  return [...never, ...again.map(({ hour }) => hour)].slice(0, MOST_OF_A_RUN);
}

/** From the last that is over back to the first that is known, four days at most; the latest first. */
function hoursSince(known: readonly Hour[], now: Date): string[] {
  const last = Math.floor((now.getTime() - GRACE_MS) / HOUR) * HOUR - HOUR;
  const oldest = known.map(({ hour }) => beginOf(hour).getTime()).sort((a, b) => a - b)[0] ?? last;
  const first = Math.max(oldest, last - (HOURS_LOOKED_BACK - 1) * HOUR);
  const count = Math.max(0, (last - first) / HOUR + 1);
  return Array.from({ length: count }, (_, back) => nameOf(last - back * HOUR));
}
