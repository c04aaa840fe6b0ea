import { DAY, HOUR, easternDay, easternInstant } from './eastern.ts';
import { isWorkingDay } from './federal-holidays.ts';

/**
 * When to try again what CBP's systems may not yet know: nine in the morning, Eastern Time, of the next working day after
 * the day that Washington has now. An instant, in milliseconds. Our advice, for CBP names no time (July 2026).
 */
export function tryAgainAt(now: number): number {
  let day = easternDay(now) + DAY;
  while (!isWorkingDay(day)) day += DAY;
  return easternInstant(day + 9 * HOUR);
}
