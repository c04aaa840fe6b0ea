import type { TrailFault } from '#domain/desk/audit.ts';
import type { Chain, TrailEntry } from '#domain/desk/trail.ts';
import { hashOfEntry } from './entry.ts';

/** At an entry, or from it to another one. */
export type Fault = { readonly n: number; readonly to?: number; readonly fault: TrailFault };

/** Whether the entries of a chain, in their order, are the ones that were put there. What was forgotten in time (before `keptFrom`) is not missed. */
export function chainFaults(chain: Chain, entries: readonly TrailEntry[], keptFrom: string): Fault[] {
  const places = new Map(entries.map(({ n, hash }) => [hash, n]));
  return entries.flatMap((entry, at): Fault[] => {
    const last = entries[at - 1];
    return [...missingBefore(entry, last, keptFrom), ...faultOf(chain, entry, last, places)];
  });
}

function missingBefore({ n, prevAt }: TrailEntry, last: TrailEntry | undefined, keptFrom: string): Fault[] {
  if (!last && prevAt !== undefined && prevAt < keptFrom) return [];
  const [from, to] = [(last?.n ?? 0) + 1, n - 1];
  return from > to ? [] : [{ n: from, fault: 'removed', ...(from < to && { to }) }];
}

function faultOf(
  chain: Chain,
  entry: TrailEntry,
  last: TrailEntry | undefined,
  places: ReadonlyMap<string, number>,
): Fault[] {
  const { n, prev } = entry;
  if (hashOfEntry(chain, entry) !== entry.hash) {
    const follows = prev === '' ? 0 : places.get(prev);
    return [{ n, fault: follows !== undefined && follows !== n - 1 ? 'out-of-order' : 'changed' }];
  }
  const follows = n === 1 ? '' : last?.n === n - 1 ? last.hash : undefined;
  // Both are good by themselves, and yet were no neighbours: the earlier one is not the one that stood there.
  return follows !== undefined && prev !== follows ? [{ n: Math.max(n - 1, 1), fault: 'replaced' }] : [];
}
