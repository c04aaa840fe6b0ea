import type { CaseKey } from '#domain/case/case.ts';
import { owingTeamAgain } from '#domain/case/put-aside.ts';
import { readable } from '../debts.ts';
import type { CaseStore, Clock } from '../ports.ts';
import type { PutAside } from './ports.ts';

export type OwePorts = {
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  readonly system: { readonly putAside: Pick<PutAside, 'parked'> };
  readonly now: Clock;
};

/** So many cases are looked at in one call of a page; the others stay in its list, for `npm run redrive -- --parked`. */
const MOST_LOOKED_AT = 300;
const SIDE_BY_SIDE = 10;
const MOST_TRIES = 5;

/**
 * Owes the team again what came back while none of its mailboxes was well. Gives on how many cases. Done twice it owes
 * nothing more, and what it could not do stays in the list.
 */
export async function oweTeamAgain(ports: OwePorts): Promise<number> {
  const keys = await ports.system.putAside.parked(MOST_LOOKED_AT);
  let owed = 0;
  for (let at = 0; at < keys.length; at += SIDE_BY_SIDE) {
    const done = await Promise.all(keys.slice(at, at + SIDE_BY_SIDE).map((key) => oweOn(ports, key)));
    owed += done.filter(Boolean).length;
  }
  return owed;
}

/** Letters and people write to a case, too. */
async function oweOn({ cases, now }: OwePorts, key: CaseKey): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await readable(cases, key);
    const next = found === undefined || found === 'unreadable' ? undefined : owingTeamAgain(found, now());
    if (!next) return false;
    if ((await cases.save(next, next.rev - 1)) === 'saved') return true;
  }
  return false;
}
