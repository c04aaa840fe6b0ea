import { IMPORTER } from '#domain/desk/audit-who.ts';
import { chainName } from '#domain/desk/trail.ts';
import type { Chain, TrailEntry, Twin } from '#domain/desk/trail.ts';
import type { Fault } from './check-chain.ts';
import { textOf } from './entry.ts';
import { caseChain } from './record.ts';

/** The chains that were read, by their names. */
export type Known = ReadonlyMap<string, readonly TrailEntry[]>;

/** Entries of a member that the case's chain does not tell, or tells otherwise. */
export function inDay(chain: Chain, entries: readonly TrailEntry[], known: Known): Fault[] {
  if (chain.kind === 'case') return [];
  const { day, who } = chain;
  return entries.flatMap((entry): Fault[] => {
    const { n, event } = entry;
    if (!event.case) return [];
    const twin = entriesOf(caseChain(event.case), known).find((one) => isAt(one.twin, { day, who, n }));
    const same = twin?.twin?.hash === entry.hash && textOf(twin.event) === textOf(event);
    return same ? [] : [{ n, fault: 'unmatched' }];
  });
}

/** Entries of a case that no member's chain tells, of the days that are looked at. */
export const inCase = (
  entries: readonly TrailEntry[],
  known: Known,
  isLookedAt: (twin: Pick<Twin, 'day'>) => boolean,
): Fault[] =>
  entries.flatMap(({ n, event, twin }): Fault[] => {
    if (event.who === IMPORTER || (twin && !isLookedAt(twin))) return [];
    const theirs = twin && entriesOf({ kind: 'day', day: twin.day, who: twin.who }, known);
    return theirs?.some((one) => one.n === twin?.n) ? [] : [{ n, fault: 'unmatched' }];
  });

const entriesOf = (chain: Chain, known: Known): readonly TrailEntry[] => known.get(chainName(chain)) ?? [];

const isAt = (twin: Twin | undefined, { day, who, n }: Omit<Twin, 'hash'>): boolean =>
  twin?.day === day && twin.who === who && twin.n === n;
