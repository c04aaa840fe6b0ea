import type { HeadsMark, TrailStore } from '#casework/audit/ports.ts';
import { chainName } from '#domain/desk/trail.ts';
import type { AuditEvent, CaseChain, Chain, DayChain, TrailEntry } from '#domain/desk/trail.ts';

/** What a vandal with the store's own keys could do. */
type Vandal = {
  /** Every chain, each a list in order, to be changed in place. */
  readonly chains: Map<string, TrailEntry[]>;
  readonly notes: Map<string, Chain>;
  /** All events of members, strangers and (of cases alone) importers, as they came. */
  readonly all: () => readonly AuditEvent[];
};

/** An audit trail in memory. It passes the suite that DynamoDB passes (test/contract/desk-trail.test.ts). */
export function memoryTrail(): TrailStore & Vandal {
  const chains = new Map<string, TrailEntry[]>();
  const notes = new Map<string, Chain>();
  const all: AuditEvent[] = [];
  const entriesOf = (chain: Chain): readonly TrailEntry[] => chains.get(chainName(chain)) ?? [];
  const grown = (when: string): Chain[] => {
    const found = [...notes].flatMap(([key, chain]) => (key.startsWith(when) ? [chain] : []));
    return [...new Map(found.map((chain) => [chainName(chain), chain])).values()].sort((a, b) =>
      chainName(a) < chainName(b) ? -1 : 1,
    );
  };
  return {
    chains,
    notes,
    all: () => all,
    put(chain, entry) {
      const kept = entriesOf(chain);
      if (kept.some(({ n }) => n === entry.n)) return Promise.resolve('already-stored');
      chains.set(chainName(chain), [...kept, structuredClone(entry)]);
      if (chain.kind === 'day' || entry.event.who === 'importer') all.push(entry.event);
      return Promise.resolve('stored');
    },
    note(chain, hour) {
      notes.set(`${hour} ${chainName(chain)}`, chain);
      return Promise.resolve();
    },
    latest: (chain, most, before = Infinity) =>
      Promise.resolve(
        entriesOf(chain)
          .filter(({ n }) => n < before)
          .toReversed()
          .slice(0, most),
      ),
    after: (chain, after, most) =>
      Promise.resolve(
        entriesOf(chain)
          .filter(({ n }) => n > after)
          .slice(0, most),
      ),
    days: (when) => Promise.resolve(grown(when).filter((chain): chain is DayChain => chain.kind === 'day')),
    cases: (when) => Promise.resolve(grown(when).filter((chain): chain is CaseChain => chain.kind === 'case')),
  };
}

export function memoryHeadsMark(): HeadsMark {
  let last: string | undefined;
  return {
    read: () => Promise.resolve(last),
    save(hour) {
      if (last === undefined || last < hour) last = hour;
      return Promise.resolve();
    },
  };
}
