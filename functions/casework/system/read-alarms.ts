import type { Broker } from '#domain/broker/broker.ts';
import type { Alarms } from '#domain/desk/system-calls.ts';
import type { Clock } from '../ports.ts';
import type { SystemStores } from './stores.ts';
import { HOURS_SHOWN } from './read-system.ts';
import { teamMailboxes } from './team-mailboxes.ts';

/** What somebody has to look after now. Every page of the desk asks this every minute, so it reads a few small items only. */
export async function readAlarms(
  broker: Broker,
  { mailboxes, putAside, hours }: SystemStores,
  now: Clock,
): Promise<Alarms> {
  const [team, parked, stuck, checked] = await Promise.all([
    teamMailboxes({ mailboxes, now }, broker),
    putAside.parked(1),
    putAside.stuck(1),
    hours(HOURS_SHOWN),
  ]);
  const failing = team.filter(({ state }) => state !== 'well');
  return {
    mailboxes: failing,
    noneWell: failing.length === team.length,
    missing: checked.some(({ missing }) => missing.length > 0),
    parked: parked.length > 0,
    stuck: stuck.length > 0,
  };
}
