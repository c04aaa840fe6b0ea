const DAY = 24 * 3600 * 1000;

/** The date of a moment in UTC, `YYYY-MM-DD`. */
export const dayOf = (moment: Date | string): string =>
  (typeof moment === 'string' ? moment : moment.toISOString()).slice(0, 10);

/** The date some days later, or earlier. */
export const dayAfter = (day: string, days = 1): string => dayOf(new Date(Date.parse(day) + days * DAY));

/** So many days in a row, the oldest first, `last` among them. */
export const daysUntil = (last: string, count: number): string[] =>
  Array.from({ length: count }, (_, nth) => dayAfter(last, nth + 1 - count));
