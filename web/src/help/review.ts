import type { Locale } from '#domain/requests/locale.ts';
import { asSaidHere } from '#domain/when.ts';

/** A day of front matter in words: `November 27, 2026`. Such days have no zone. */
export const dayWords = (locale: Locale, day: Date): string =>
  asSaidHere(new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day));

/** `2026-07` or `2026-07-31` in words, as exact as it is given. */
export function sinceWords(locale: Locale, date: string): string {
  if (date.length > 7) return dayWords(locale, new Date(date));
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return asSaidHere(month.format(new Date(`${date}-01`)));
}

/** When this build runs; SOURCE_DATE_EPOCH (seconds) says otherwise, by the custom of reproducible builds. */
export const builtAt = (): Date => {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
};

/** A text is good through its last day. */
export const isOverdue = (reviewBy: Date, now: Date): boolean => now.getTime() >= reviewBy.getTime() + 86_400_000;
