import type { OfficeHours } from '#domain/broker/broker.ts';
import { looksLikeCanary } from '#domain/case/canary.ts';
import { officeTimeBetween } from '#domain/case/office-hours.ts';
import { dayOf, daysUntil } from '#domain/desk/days.ts';
import type { CaseLists } from '../lists/ports.ts';
import type { Clock, Log } from '../ports.ts';

export type QuietPorts = { readonly lists: Pick<CaseLists, 'some'>; readonly now: Clock; readonly log: Log };

/** Whoever hears nothing for longer was told long ago. */
const DAYS_LOOKED_BACK = 14;

/** While nobody marks our canaries, a day has 96 of them in its list. */
const MOST_OF_A_DAY = 100;

const HOUR = 3600_000;

/**
 * Says for how many office hours nobody has asked for anything: a form that nobody can send makes no error anywhere. What
 * merely looks like our canary does not count, whether it was checked yet or not.
 */
export async function sayQuiet({ lists, now, log }: QuietPorts, office: OfficeHours): Promise<void> {
  const at = now();
  const days = daysUntil(dayOf(at), DAYS_LOOKED_BACK);
  const since = (await lastOpened(lists, days.toReversed())) ?? `${days[0] ?? dayOf(at)}T00:00:00.000Z`;
  const hours = officeTimeBetween(Date.parse(since), at.getTime(), office) / HOUR;
  log('quiet', { officeHours: Math.round(hours * 10) / 10 });
}

async function lastOpened(lists: QuietPorts['lists'], days: readonly string[]): Promise<string | undefined> {
  for (const day of days) {
    const { found } = await lists.some({ by: 'day', of: day }, { most: MOST_OF_A_DAY, latest: true });
    const last = found.find(({ card }) => !looksLikeCanary(card.companyName));
    if (last) return last.card.openedAt;
  }
  return undefined;
}
