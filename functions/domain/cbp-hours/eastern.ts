import { usOffset } from '../case/us-zones.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The zone in which CBP says its hours. */
export const easternZone = 'America/New_York';

/** Before the rule of daylight saving that we know (2008): only a clock that was never set says so. */
const WINTER = -5 * HOUR;
const offsetAt = (instant: number): number => usOffset(instant, easternZone) ?? WINTER;

/** What a clock in Washington shows at an instant, as if it were UTC: milliseconds. */
export const easternClock = (instant: number): number => instant + offsetAt(instant);

/** The instant at which that clock shows this. Asked twice, since it may change in between. */
export function easternInstant(wall: number): number {
  const guess = wall - offsetAt(wall - WINTER);
  return wall - offsetAt(guess);
}

/** Midnight of the day that the clock shows, as if it were UTC. */
export const easternDay = (instant: number): number => Math.floor(easternClock(instant) / DAY) * DAY;
