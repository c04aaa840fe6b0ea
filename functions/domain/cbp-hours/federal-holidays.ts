import { DAY } from './eastern.ts';

/** Holidays with a date: month-day. */
const dated = '01-01 06-19 07-04 11-11 12-25';

/** Holidays on a Monday: month, and which Monday of it; 5 is the last one. Thanksgiving is the one Thursday. */
const mondays: Readonly<Record<number, number>> = { 0: 3, 1: 3, 4: 5, 8: 1, 9: 2 };

const [SUNDAY, MONDAY, THURSDAY, FRIDAY, SATURDAY] = [0, 1, 4, 5, 6];

const hasDate = (day: number): boolean => dated.includes(new Date(day).toISOString().slice(5, 10));

function isMovable(day: number): boolean {
  const at = new Date(day);
  const nth = Math.ceil(at.getUTCDate() / 7);
  if (at.getUTCDay() === THURSDAY) return at.getUTCMonth() === 10 && nth === 4;
  const wanted = at.getUTCDay() === MONDAY ? mondays[at.getUTCMonth()] : undefined;
  const isLast = new Date(day + 7 * DAY).getUTCMonth() !== at.getUTCMonth();
  return wanted === 5 ? isLast : wanted === nth;
}

/**
 * Whether offices of the US government rest on this day (a midnight, as if in UTC): the eleven public holidays of 5 U.S.C.
 * 6103. One that falls on a Saturday is kept on Friday, on a Sunday on Monday (Executive Order 11582). Days that a president
 * gives for once are not known here. Read November 2026.
 */
export function isFederalHoliday(day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  return (
    isMovable(day) ||
    hasDate(day) ||
    (weekday === FRIDAY && hasDate(day + DAY)) ||
    (weekday === MONDAY && hasDate(day - DAY))
  );
}

/** Whether they work on this day. */
export const isWorkingDay = (day: number): boolean =>
  ![SATURDAY, SUNDAY].includes(new Date(day).getUTCDay()) && !isFederalHoliday(day);
