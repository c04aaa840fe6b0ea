import { easternZone } from '#domain/cbp-hours/eastern.ts';
import { when } from '#domain/when.ts';
import { locale } from './words.ts';

/** A time by the clock in Washington and, where it is another one, by the reader's own: one after the other. */
export function bothClocks(instant: number): string[] {
  const time = new Date(instant).toISOString();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([easternZone, own].map((zone) => when(time, locale, zone)))];
}
