import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

/** Times as the broker's office reads them, whatever the member's own clock and zone say. The layout names the zone. */
export const zone = (): string =>
  typeof document === 'undefined' ? 'UTC' : (document.documentElement.dataset['zone'] ?? 'UTC');

let ahead = 0;

/** The door said what time it is: a wrong clock here must not make a case look overdue. */
export const setNow = (said: string): void => void (ahead = Date.parse(said) - Date.now());
export const now = (): number => Date.now() + ahead;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatted(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone(), ...options });
  formatters.set(key, formatter);
  return formatter.format(at);
}

/** `2026-11-22`, in the broker's zone. */
export const dayOf = (at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone(), year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

const DAY = 86_400_000;

/** Days from today to then, by the calendar: -1 is yesterday. */
export const daysAway = (at: number, from = now()): number =>
  Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(from))) / DAY);

/** `5:30 PM`. */
export const timeWords = (at: number): string => formatted(at, { hour: 'numeric', minute: '2-digit' });

/** `today`, `Tue, Nov 24`, `Nov 24, 2025`. */
export function dayWords(at: number, from = now()): string {
  const days = daysAway(at, from);
  if (days === 0) return words.today;
  if (days === -1) return words.yesterday;
  if (days === 1) return words.tomorrow;
  if (Math.abs(days) < 300) return formatted(at, { weekday: 'short', month: 'short', day: 'numeric' });
  return formatted(at, { year: 'numeric', month: 'short', day: 'numeric' });
}

/** `Apr 3, 2026`, of a date without a time (`2026-04-03`): the same in every zone. */
export const dateWords = (date: string): string =>
  formatted(Date.parse(date), { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' });

/** `yesterday 5:04 PM`. */
export const atWords = (at: number): string => fill(words.at, { day: dayWords(at), time: timeWords(at) });

/** In full, with the zone: `Sunday, November 22, 2026, 5:04 PM EST`. */
export const fullWords = (at: number): string =>
  formatted(at, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `3 hours ago`, `in 2 days`. */
export function relativeWords(at: number, from = now()): string {
  const minutes = Math.round((at - from) / 60_000);
  if (minutes === 0) return words.now;
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 1440), 'day');
}
