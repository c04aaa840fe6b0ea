import type { AuditCheck, TrailFinding } from '#domain/desk/audit.ts';
import { chainName, dayOfEvent } from '#domain/desk/trail.ts';
import type { CaseChain, Chain, DayChain, TrailEntry } from '#domain/desk/trail.ts';
import type { Clock } from '../ports.ts';
import { chainFaults } from './check-chain.ts';
import type { Fault } from './check-chain.ts';
import { headFaults } from './check-heads.ts';
import { inCase, inDay } from './check-twins.ts';
import type { Head } from './heads.ts';
import type { TrailStore } from './ports.ts';
import { caseChain } from './record.ts';
import { inParts } from './in-parts.ts';

export type CheckPorts = {
  readonly audit: Pick<TrailStore, 'days' | 'cases' | 'after'>;
  readonly now: Clock;
  /** So long an entry is kept. */
  readonly keptDays: number;
};

export type ReadChain = { readonly chain: Chain; readonly entries: readonly TrailEntry[] };

/** Checks all chains that grew on a day (UTC), each by itself, against one another, and against the heads in the log. */
export async function checkDay(ports: CheckPorts, day: string, heads: readonly Head[] = []): Promise<AuditCheck> {
  const read = reader(ports);
  const days = await inParts(await ports.audit.days(day), read);
  const named = days.flatMap(({ entries }) =>
    entries.flatMap(({ event }) => (event.case ? [caseChain(event.case)] : [])),
  );
  const cases = await inParts(unique([...(await ports.audit.cases(day)), ...named]), read);
  const known = byName([...days, ...cases]);
  const findings = [
    ...[...days, ...cases].flatMap((one) => found(one.chain, chainFaults(one.chain, one.entries, keptFrom(ports)))),
    ...days.flatMap((one) => found(one.chain, inDay(one.chain, keptIn(ports, one), known))),
    ...cases.flatMap((one) =>
      found(
        one.chain,
        inCase(keptIn(ports, one), known, ({ day: of }) => of === day),
      ),
    ),
    ...headFaults(heads.filter(isKept(ports, day)), [...days, ...cases]),
  ];
  // A case's chain is read whole on each day on which it grew, and counted by what the day added.
  return { day, ...counted([...days, ...cases], (entry) => dayOfEvent(entry.event) === day), findings };
}

/** Checks one case's chain, and in the members' chains all that it names. */
export async function checkCase(
  ports: CheckPorts,
  chain: CaseChain,
  heads: readonly Head[] = [],
): Promise<Omit<AuditCheck, 'day'>> {
  const read = reader(ports);
  const one = await read(chain);
  const named = one.entries.flatMap(({ twin }): DayChain[] =>
    twin ? [{ kind: 'day', day: twin.day, who: twin.who }] : [],
  );
  const days = await inParts(unique(named), read);
  const mine = heads.filter(({ reference }) => reference === chain.reference).filter(isKept(ports));
  const findings = [
    ...found(chain, chainFaults(chain, one.entries, keptFrom(ports))),
    ...found(
      chain,
      inCase(keptIn(ports, one), byName(days), () => true),
    ),
    ...headFaults(mine, [one]),
  ];
  return { ...counted([one]), findings };
}

const found = (chain: Chain, faults: readonly Fault[]): TrailFinding[] =>
  faults.map((fault) => ({ chain: chainName(chain), ...fault }));

const counted = (known: readonly ReadChain[], isMeant: (entry: TrailEntry) => boolean = () => true) => ({
  chains: known.length,
  entries: known.reduce((sum, { entries }) => sum + entries.filter(isMeant).length, 0),
});

const byName = (known: readonly ReadChain[]): ReadonlyMap<string, readonly TrailEntry[]> =>
  new Map(known.map(({ chain, entries }) => [chainName(chain), entries]));

const unique = <C extends Chain>(chains: readonly C[]): C[] => [
  ...new Map(chains.map((chain) => [chainName(chain), chain])).values(),
];

const DAY = 24 * 3600 * 1000;

const keptFrom = ({ now, keptDays }: CheckPorts): string => new Date(now().getTime() - keptDays * DAY).toISOString();

/** Of two chains that tell the same, one may forget it a while before the other. */
const keptIn = (ports: CheckPorts, { entries }: ReadChain): readonly TrailEntry[] =>
  entries.filter(({ event }) => event.at >= keptFrom(ports));

const isKept =
  (ports: CheckPorts, day = '') =>
  ({ hour }: Head): boolean =>
    hour.startsWith(day) && `${hour}:00:00.000Z` > keptFrom(ports);

const AT_A_TIME = 500;

/** Reads a chain from its beginning to its end. */
const reader =
  ({ audit }: CheckPorts) =>
  async (chain: Chain): Promise<ReadChain> => {
    const entries: TrailEntry[] = [];
    for (;;) {
      const some = await audit.after(chain, entries.at(-1)?.n ?? 0, AT_A_TIME);
      if (some.length === 0) return { chain, entries };
      entries.push(...some);
    }
  };
