import type { AuditEvent, CaseChain } from '#domain/desk/trail.ts';
import type { EventsPage } from './day-page.ts';
import type { TrailStore } from './ports.ts';

export type CaseTrailPorts = { readonly audit: Pick<TrailStore, 'latest'> };

/** Who saw a case and what was done with it, the latest first. */
export async function caseTrailPage(
  { audit }: CaseTrailPorts,
  chain: CaseChain,
  { most, cursor }: { readonly most: number; readonly cursor?: string | undefined },
): Promise<EventsPage> {
  const before = cursor === undefined ? undefined : Number(cursor);
  if (before !== undefined && !(Number.isInteger(before) && before > 0 && before < 1e9)) return { events: [] };
  const entries = await audit.latest(chain, most, before);
  const last = entries.at(-1)?.n ?? 1;
  return { events: entries.map(({ event }) => event), ...(last > 1 && { cursor: String(last) }) };
}

/** Who saw a case and what was done with it, the oldest first; whether that is all of it. */
export type CaseTrail = { readonly events: readonly AuditEvent[]; readonly whole: boolean };

/** For the case file: at most so many. */
export const MOST_IN_FILE = 500;

/** The latest part of a case's trail. */
export async function caseTrailForFile(ports: CaseTrailPorts, chain: CaseChain): Promise<CaseTrail> {
  const events: AuditEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await caseTrailPage(ports, chain, { most: 100, cursor });
    events.push(...page.events);
    cursor = page.cursor;
  } while (cursor !== undefined && events.length < MOST_IN_FILE);
  return { events: events.toReversed(), whole: cursor === undefined };
}
