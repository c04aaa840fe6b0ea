import type { Locale } from './requests/locale.ts';

const MINUTE = 60_000;

/**
 * A stretch of time as people say it: `3 hours 12 minutes`, `2 days 4 hours`. Rounded up to whole minutes, never to none;
 * minutes are left out beside days.
 */
export function howLong(milliseconds: number, locale: Locale): string {
  const minutes = Math.max(1, Math.ceil(milliseconds / MINUTE));
  const days = Math.floor(minutes / 1440);
  const parts = [
    [days, 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [days > 0 ? 0 : minutes % 60, 'minute'],
  ] as const;
  return parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value))
    .join(' ');
}
