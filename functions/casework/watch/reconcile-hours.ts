import type { Hour } from '#domain/desk/system.ts';
import type { Log } from '../ports.ts';
import { checkHour } from './check-hour.ts';
import type { CheckHourPorts, CheckedHour } from './check-hour.ts';
import { HOURS_LOOKED_BACK, hoursToCheck } from './hours-to-check.ts';
import type { HourStore } from './ports.ts';

export type ReconcilePorts = CheckHourPorts & { readonly hours: HourStore; readonly log: Log };

/** The platform ends a run after five minutes. */
const LONGEST_RUN_MS = 4 * 60_000;

/** Enough to act on; the number of all of them stands in the line before. */
const MOST_LINES = 100;

/**
 * Once an hour: was everything kept that somebody was shown a reference for, and what became of the letters? Each hour is
 * checked when it is over, and again until nothing is missing and no letter is owed. Gives how many were checked.
 */
export async function reconcileHours(ports: ReconcilePorts): Promise<number> {
  const began = ports.now();
  const end = new Date(began.getTime() + LONGEST_RUN_MS);
  // One more than are looked at tells where the first of them was.
  const known = await ports.hours.latest(HOURS_LOOKED_BACK + 1);
  let done = 0;
  for (const hour of hoursToCheck(known, began)) if (await reconcile(ports, hour, known, end)) done += 1;
  return done;
}

/** One hour that cannot be checked keeps no other from it. */
async function reconcile(ports: ReconcilePorts, hour: string, known: readonly Hour[], end: Date): Promise<boolean> {
  try {
    const before = known.find((one) => one.hour === hour);
    const found = ports.now() < end ? await checkHour(ports, hour, before, end) : undefined;
    if (!found) throw new Unfinished();
    say(ports.log, found);
    await ports.hours.put(found.checked);
    return true;
  } catch (error) {
    ports.log('reconcile-failed', { hour, error: error instanceof Error ? error.name : 'unknown' });
    return false;
  }
}

/** There was no time left for an hour; the next run takes it up. */
class Unfinished extends Error {
  override readonly name = 'Unfinished';
}

/** To the log before it is kept: an hour that is kept as settled is not looked at again. */
function say(log: Log, { checked: { hour, accepted, stored, letters }, missing }: CheckedHour): void {
  log('reconciled', { hour, accepted, stored, missing: missing.length, owed: letters.owed });
  for (const reference of missing.slice(0, MOST_LINES)) log('reference-missing', { hour, reference });
}
