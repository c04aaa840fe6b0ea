import type { Broker } from '#domain/broker/broker.ts';
import type { CaseKey } from '#domain/case/case.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import type { System } from '#domain/desk/system.ts';
import { MOST_COUNTED, debtsOf, readable } from '../debts.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { SystemStores } from './stores.ts';
import { teamMailboxes } from './team-mailboxes.ts';

export type ReadSystemPorts = {
  readonly broker: Broker;
  readonly now: Clock;
  readonly cases: Pick<CaseStore, 'owing' | 'read'>;
  readonly system: SystemStores;
};

const MOST_SHOWN = 20;
export const HOURS_SHOWN = 24;

/** How the desk itself is, from what is stored now. */
export async function readSystem({ broker, now, cases, system }: ReadSystemPorts): Promise<System> {
  const [mailboxes, debts, parked, held, stuck, hours, canary] = await Promise.all([
    teamMailboxes({ mailboxes: system.mailboxes, now }, broker),
    debtsOf(cases),
    parkedOf(cases, await system.putAside.parked(MOST_SHOWN + 1)),
    system.putAside.held(MOST_COUNTED + 1),
    system.putAside.stuck(MOST_SHOWN + 1),
    system.hours(HOURS_SHOWN),
    system.canary(),
  ]);
  return {
    ...{ at: now().toISOString(), mailboxes, debts, parked },
    held: { cases: Math.min(held, MOST_COUNTED), more: held > MOST_COUNTED },
    stuck: { records: stuck.slice(0, MOST_SHOWN), more: stuck.length > MOST_SHOWN },
    hours: [...hours],
    canary,
  };
}

async function parkedOf(cases: ReadSystemPorts['cases'], keys: readonly CaseKey[]): Promise<System['parked']> {
  const found = await Promise.all(keys.slice(0, MOST_SHOWN).map((key) => readable(cases, key)));
  const cards = found.flatMap((of) => (of === undefined || of === 'unreadable' ? [] : cardOf(of)));
  return { cards: cards.filter(({ parked }) => parked), more: keys.length > MOST_SHOWN };
}
