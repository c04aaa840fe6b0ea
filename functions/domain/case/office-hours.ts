import type { OfficeHours, Weekday } from '../broker/broker.ts';
import { usOffset } from './us-zones.ts';

const MINUTE = 60_000;
const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Far more days than any promise spans; without a bound, a year of holidays would loop for ever. */
const MOST_DAYS = 400;

/** Making a formatter is the slow part, and it depends on nothing but the zone: kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const),
  });
  formatters.set(timeZone, made);
  return made;
}

/** The wall clock of a zone at an instant, as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const offset = usOffset(instant, timeZone);
  if (offset !== undefined) return instant + offset;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
  );
}

/** The instant at which a zone's wall clock shows this time. Asked twice, since the offset may change in between (daylight saving). */
function instantOf(wall: number, timeZone: string): number {
  const guess = wall - (wallClock(wall, timeZone) - wall);
  return guess - (wallClock(guess, timeZone) - wall);
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * When something is due that takes `hours` office hours from `from`: an instant, in milliseconds.
 * Only time inside the broker's office hours counts, in the broker's zone, without its holidays.
 */
export function dueAfter(from: number, hours: number, office: OfficeHours): number {
  let left = hours * 60 * MINUTE;
  for (const { opens, closes } of openDays(from, office)) {
    const begins = Math.max(from, opens);
    if (begins + left <= closes) return begins + left;
    left -= Math.max(0, closes - begins);
  }
  return from + hours * 60 * MINUTE;
}

/** How much of the time from one instant to another lies in office hours, in milliseconds. */
export function officeTimeBetween(from: number, to: number, office: OfficeHours): number {
  let time = 0;
  for (const { opens, closes } of openDays(from, office)) {
    if (opens >= to) break;
    time += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
  }
  return time;
}

/** The days on which the office is open, from the day of an instant on: its hours as instants. */
function* openDays(from: number, office: OfficeHours): Generator<{ opens: number; closes: number }> {
  const firstDay = Math.floor(wallClock(from, office.timeZone) / (1440 * MINUTE));
  for (let day = firstDay; day < firstDay + MOST_DAYS; day += 1) {
    const midnight = day * 1440 * MINUTE;
    const weekday = WEEKDAYS[new Date(midnight).getUTCDay()];
    const open = weekday && office.days[weekday];
    if (!open || office.holidays.includes(new Date(midnight).toISOString().slice(0, 10))) continue;
    const at = (time: string) => instantOf(midnight + minutesOf(time) * MINUTE, office.timeZone);
    yield { opens: at(open.open), closes: at(open.close) };
  }
}

/**
 * When so many whole working days have passed since `from`: an instant, in milliseconds. On a working day the same time so
 * many working days later (at that day's closing at the latest); at another time from the next opening on. So what was
 * told on a Friday afternoon has its answer's time on Monday, and no hold is over in a night.
 */
export function workingDaysAfter(from: number, days: number, office: OfficeHours): number {
  const begins = dueAfter(from, 0, office);
  let passed = -1;
  let sinceOpening = 0;
  for (const { opens, closes } of openDays(begins, office)) {
    passed += 1;
    if (passed === 0) sinceOpening = begins - opens;
    else if (passed >= days) return Math.min(opens + sinceOpening, closes);
  }
  return from + days * 1440 * MINUTE;
}

/** Office hours as whole working days, for words to people: 18 hours of nine-hour days are 2. Undefined when they are no whole number of the longest day. */
export function workingDays(hours: number, { days }: OfficeHours): number | undefined {
  const longest = Math.max(...Object.values(days).map(({ open, close }) => minutesOf(close) - minutesOf(open)));
  const whole = (hours * 60) / longest;
  return Number.isInteger(whole) ? whole : undefined;
}
