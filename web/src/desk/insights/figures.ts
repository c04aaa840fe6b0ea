import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

const short = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' });
const long = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short', month: 'short', day: 'numeric' });

/** `2026-11-22` as `Nov 22`, or `Sun, Nov 22`: the door's days are UTC. */
export const dayShort = (day: string): string => short.format(Date.parse(day));
export const dayLong = (day: string): string => long.format(Date.parse(day));

const rounded = (n: number): string => (n < 10 ? String(Math.round(n * 10) / 10) : String(Math.round(n)));

/** Hours in the unit that fits: `25 min`, `3.5 h`, `4 days`. */
export function hoursWords(hours: number | undefined): string {
  if (hours === undefined) return words.none;
  if (hours < 1) return fill(words.minutes, { n: Math.max(1, Math.round(hours * 60)) });
  return hours < 72 ? fill(words.hours, { n: rounded(hours) }) : fill(words.days, { n: rounded(hours / 24) });
}

export const shareWords = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
