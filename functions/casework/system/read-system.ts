import type { Broker } from '#domain/broker/broker.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import type { System } from '#domain/desk/system.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { SystemStores } from './stores.ts';
import { teamMailboxes } from './team-mailboxes.ts';

export type ReadSystemPorts = {
  readonly broker: Broker;
  readonly now: Clock;
  readonly cases: Pick<CaseStore, 'owing' | 'read'>;
  readonly system: SystemStores;
};

const MOST_COUNTED = 100;
const MOST_SHOWN = 20;
export const HOURS_SHOWN = 24;

/** After every time at which a letter can be due. */
const FOREVER = '9999';

/** How the desk itself is, from what is stored now. */
export async function readSystem({ broker, now, cases, system }: ReadSystemPorts): Promise<System> {
  const [mailboxes, debts, parked, stuck, hours, canary] = await Promise.all([
    teamMailboxes(system.mailboxes, broker),
    debtsOf(cases),
    parkedOf(cases, await system.putAside.parked(MOST_SHOWN + 1)),
    system.putAside.stuck(MOST_SHOWN + 1),
    system.hours(HOURS_SHOWN),
    system.canary(),
  ]);
  return {
    ...{ at: now().toISOString(), mailboxes, debts, parked },
    stuck: { records: stuck.slice(0, MOST_SHOWN), more: stuck.length > MOST_SHOWN },
    hours: [...hours],
    canary,
  };
}

/**
 * Letters wait longer between tries the longer they wait, so the oldest debt may be any of them: each is read, and the index,
 * which lags, is not believed alone.
 */
async function debtsOf(cases: ReadSystemPorts['cases']): Promise<System['debts']> {
  const keys = await cases.owing(FOREVER, MOST_COUNTED + 1);
  const found = await Promise.all(keys.slice(0, MOST_COUNTED).map((key) => readable(cases, key)));
  const owed = found.filter((of) => of === 'unreadable' || owedSince(of).length > 0);
  const [oldestSince] = owed.flatMap((of) => (of === 'unreadable' ? [] : owedSince(of))).sort();
  return {
    ...{ cases: owed.length, more: keys.length > MOST_COUNTED },
    ...(oldestSince !== undefined && { oldestSince }),
  };
}

const owedSince = (of: Case | undefined): string[] =>
  of?.letters.flatMap((letter) => (letter.state === 'owed' ? [letter.owedSince] : [])) ?? [];

async function parkedOf(cases: ReadSystemPorts['cases'], keys: readonly CaseKey[]): Promise<System['parked']> {
  const found = await Promise.all(keys.slice(0, MOST_SHOWN).map((key) => readable(cases, key)));
  const cards = found.flatMap((of) => (of === undefined || of === 'unreadable' ? [] : cardOf(of)));
  return { cards: cards.filter(({ parked }) => parked), more: keys.length > MOST_SHOWN };
}

/** One record that is not as it should be keeps nobody from seeing the others. */
async function readable(cases: ReadSystemPorts['cases'], key: CaseKey): Promise<Case | undefined | 'unreadable'> {
  try {
    return await cases.read(key);
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error;
    return 'unreadable';
  }
}
