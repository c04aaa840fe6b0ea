/** Days in UTC, as the audit trail counts them: `2026-11-16`. */
const DAY = 24 * 3600 * 1000;

/** A day of the calendar: no 30th of February. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** `2026-11-30`; of what is no month, something that is no day. */
export function lastOfMonth(month: string): string {
  if (!isDay(`${month}-01`)) return month;
  const [year = 0, nth = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10);
}

/** Both included; none when the second is before the first. */
export function daysBetween(from: string, to: string): string[] {
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
