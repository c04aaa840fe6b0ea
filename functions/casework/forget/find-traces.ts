import { readReference } from '#domain/case/reference.ts';
import type { Trace } from '#domain/case/trace.ts';
import { numbersIn } from '../lists/understand.ts';
import type { SearchRefusal } from '../lists/understand.ts';
import type { Clock } from '../ports.ts';
import { caseHash, importerHash } from './keyed-hash.ts';
import type { KeyedHash, TraceStore } from './ports.ts';

export type FindTracesPorts = {
  readonly traces: Pick<TraceStore, 'ofReference' | 'ofImporter'>;
  readonly keyed: KeyedHash;
  readonly now: Clock;
};

export type FoundTraces = { readonly by: 'reference' | 'importer-number'; readonly traces: readonly Trace[] };

/** An authority asks about one case or one importer: more traces than this are not for a page. */
const MOST = 100;

/**
 * Whether a case was here that went at the end of its time, by its reference or its importer's number. A trace that our key
 * did not make is none. Of a Social Security number we never had enough to ask by.
 */
export async function findTraces(ports: FindTracesPorts, q: string): Promise<FoundTraces | SearchRefusal> {
  const reference = readReference(q);
  if (reference) return { by: 'reference', traces: ours(ports, await ports.traces.ofReference(reference)) };
  const numbers = numbersIn(q, ports.now().getUTCFullYear());
  if (numbers.some(({ kind }) => kind === 'ssn')) return 'social-security-number';
  if (numbers.length === 0) return 'number';
  const found = await Promise.all(
    numbers.map((number) => ports.traces.ofImporter(importerHash(ports.keyed, number), MOST)),
  );
  return { by: 'importer-number', traces: ours(ports, found.flat()) };
}

const ours = ({ keyed }: FindTracesPorts, traces: readonly Trace[]): Trace[] =>
  traces.filter((trace) => caseHash(keyed, trace) === trace.caseHash);
