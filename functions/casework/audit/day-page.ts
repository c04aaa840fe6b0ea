import type { AuditEvent, DayChain, TrailEntry } from '#domain/desk/trail.ts';
import { markOf } from './entry.ts';
import type { TrailStore } from './ports.ts';

export type DayPorts = { readonly audit: Pick<TrailStore, 'days' | 'latest'> };

type Asked = {
  readonly day: string;
  readonly who?: string | undefined;
  readonly cursor?: string | undefined;
  readonly most: number;
};

export type EventsPage = { readonly events: readonly AuditEvent[]; readonly cursor?: string };

type Rest = { readonly chain: DayChain; readonly before: number };

/**
 * What members did on a day (UTC), the latest first, each member's chain in its own order. The cursor says of every chain
 * that is not shown to its beginning how far it was; one that began since the first page is seen when that is asked anew.
 */
export async function dayPage({ audit }: DayPorts, { day, who, cursor, most }: Asked): Promise<EventsPage> {
  const chains = (await audit.days(day)).filter((chain) => who === undefined || chain.who === who);
  const rests = cursor === undefined ? chains.map((chain) => ({ chain, before: Infinity })) : restsIn(cursor, chains);
  const read = await Promise.all(
    rests.map(async ({ chain, before }) => ({ chain, left: await audit.latest(chain, most, finite(before)) })),
  );
  const { events, last } = merged(read, most);
  // The numbers of a chain have no gap: what is before the last one shown is there.
  const left = read.flatMap(({ chain, left: [first] }) => {
    const before = last.get(chain) ?? (first ? first.n + 1 : 1);
    return before > 1 ? [`${markOf(chain)}-${before}`] : [];
  });
  return { events, ...(left.length > 0 && { cursor: left.join('.') }) };
}

const finite = (n: number): number | undefined => (n === Infinity ? undefined : n);

function restsIn(cursor: string, chains: readonly DayChain[]): Rest[] {
  const before = new Map(cursor.split('.').map((part) => [part.split('-')[0], Number(part.split('-')[1])]));
  return chains.flatMap((chain) => {
    const n = before.get(markOf(chain));
    return n !== undefined && Number.isInteger(n) && n > 0 && n < 1e9 ? [{ chain, before: n }] : [];
  });
}

type Read = { readonly chain: DayChain; readonly left: readonly TrailEntry[] };

function merged(read: readonly Read[], most: number) {
  const heads = read.map(({ chain, left }) => ({ chain, left: [...left] }));
  const events: AuditEvent[] = [];
  const last = new Map<DayChain, number>();
  while (events.length < most) {
    const [next] = heads.filter(({ left }) => left.length > 0).sort((a, b) => (atOf(a) < atOf(b) ? 1 : -1));
    const entry = next?.left.shift();
    if (!next || !entry) break;
    events.push(entry.event);
    last.set(next.chain, entry.n);
  }
  return { events, last };
}

const atOf = ({ left }: Read): string => left[0]?.event.at ?? '';
