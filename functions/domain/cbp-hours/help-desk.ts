import { DAY, HOUR, easternDay, easternInstant } from './eastern.ts';

/** How to reach CBP's ACE Help Desk (as customs brokers publish it, July 2026). Have the importer number ready. */
export const helpDesk = {
  phone: '(866) 530-4172',
  email: 'ACE.Support@cbp.dhs.gov',
} as const;

/** It rests once a week: hours after Saturday's midnight, by the clock in Washington (the same source). */
const rest = { from: 22, to: 29 } as const;

/** Whether somebody answers, and the instant at which that changes, in milliseconds. */
export interface HelpDeskNow {
  readonly open: boolean;
  readonly until: number;
}

/** The Saturday on or before a day. */
const saturdayBefore = (day: number): number => day - ((new Date(day).getUTCDay() + 1) % 7) * DAY;

/**
 * Whether the ACE Help Desk is open at an instant: day and night, but from Saturday 22:00 to Sunday 05:00 Eastern Time. The
 * rest is told by the clock, so in the night when summer time begins it takes six hours, and eight when it ends.
 */
export function helpDeskAt(instant: number): HelpDeskNow {
  const saturday = saturdayBefore(easternDay(instant));
  const closes = easternInstant(saturday + rest.from * HOUR);
  const opens = easternInstant(saturday + rest.to * HOUR);
  if (instant < closes) return { open: true, until: closes };
  if (instant < opens) return { open: false, until: opens };
  return { open: true, until: easternInstant(saturday + 7 * DAY + rest.from * HOUR) };
}
