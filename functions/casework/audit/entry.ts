import { hash } from 'node:crypto';
import { chainName } from '#domain/desk/trail.ts';
import type { AuditEvent, Chain, TrailEntry, Twin } from '#domain/desk/trail.ts';

/** The next entry of a chain: it names the hash of the one before, so that none can be taken out or changed alone. */
export function nextEntry(chain: Chain, last: TrailEntry | undefined, event: AuditEvent, twin?: Twin): TrailEntry {
  const entry = {
    n: (last?.n ?? 0) + 1,
    prev: last?.hash ?? '',
    ...(last && { prevAt: last.event.at }),
    event,
    ...(twin && { twin }),
  };
  return { ...entry, hash: hashOfEntry(chain, entry) };
}

/** SHA-256 in hexadecimal over the chain's name and all of the entry. */
export const hashOfEntry = (
  chain: Chain,
  { hash: _, ...entry }: Omit<TrailEntry, 'hash'> & { hash?: string },
): string => hash('sha256', textOf([chainName(chain), entry]));

/** The same text for the same value, whatever order a store gives its parts in. */
export const textOf = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, inOrder(part)]);
}

/** A chain as the log names it: who a member is, and when they worked, is nobody's business there. */
export const markOf = (chain: Chain): string => hash('sha256', chainName(chain)).slice(0, 16);
