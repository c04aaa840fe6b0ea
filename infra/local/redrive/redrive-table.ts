import type { CaseStore, Clock } from '../../../functions/casework/ports.ts';
import type { StuckRecord, StuckStore } from '../../../functions/casework/stuck/ports.ts';
import type { PutAside } from '../../../functions/casework/system/ports.ts';
import type { CaseKey } from '../../../functions/domain/case/case.ts';
import { owingItsPutAside } from '../../../functions/domain/case/put-aside.ts';

/** What was found, what goes again, and what stays. */
export type Redriven = { readonly found: number; readonly again: number };

const AT_ONCE = 100;
const MOST_TRIES = 5;

/** Every record that was set aside is due now: the next run of pay-owed tries it. One that is still there could not be put back. */
export async function retryAllStuck(
  stuck: Pick<StuckStore, 'list' | 'retryNow'>,
  progress: (tried: number) => void,
): Promise<Redriven> {
  const nameOf = ({ key }: Pick<StuckRecord, 'key'>) => `${key.pk} ${key.sk}`;
  const seen = await eachOnce(
    (most) => stuck.list(most),
    nameOf,
    async (record, nth) => {
      await stuck.retryNow(record);
      progress(nth);
    },
  );
  const stay = (await stuck.list(AT_ONCE + seen.size)).filter((record) => seen.has(nameOf(record)));
  return { found: seen.size, again: seen.size - stay.length };
}

type ParkedPorts = {
  readonly parked: (most: number) => ReturnType<PutAside['parked']>;
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  readonly now: Clock;
};

/** Letters that were given up after 72 hours are owed again, for another 72, and so are those that the team never got; without `write` they are counted only. */
export async function oweParkedAgain(
  { parked, cases, now }: ParkedPorts,
  write: boolean,
  progress: (again: number) => void,
): Promise<Redriven> {
  let again = 0;
  const seen = await eachOnce(
    parked,
    ({ digest }) => digest,
    async (key) => {
      if (write && (await oweAgain({ cases, now }, key))) progress((again += 1));
    },
  );
  return { found: seen.size, again };
}

async function oweAgain({ cases, now }: Omit<ParkedPorts, 'parked'>, key: CaseKey): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await cases.read(key);
    const next = found && owingItsPutAside(found, now());
    if (!next) return false;
    if ((await cases.save(next, found.rev)) === 'saved') return true;
  }
  return false;
}

/** The list lags behind: what was done stands in it a moment longer, and is not done twice. Gives the names of all. */
async function eachOnce<T>(
  list: (most: number) => Promise<readonly T[]>,
  nameOf: (one: T) => string,
  work: (one: T, nth: number) => Promise<void>,
): Promise<Set<string>> {
  const seen = new Set<string>();
  for (;;) {
    const fresh = (await list(AT_ONCE + seen.size)).filter((one) => !seen.has(nameOf(one)));
    if (fresh.length === 0) return seen;
    for (const one of fresh) {
      seen.add(nameOf(one));
      await work(one, seen.size);
    }
  }
}
