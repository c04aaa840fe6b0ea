import type { Case } from '#domain/case/case.ts';
import { owedAt } from '#domain/case/letters.ts';
import type { CaseKey } from '#domain/case/case.ts';
import type { Trace } from '#domain/case/trace.ts';
import type { TraceStore } from '#casework/forget/ports.ts';
import type { CaseStore } from '#casework/ports.ts';

const nameOf = ({ reference, digest }: CaseKey) => `${reference} ${digest}`;

/** A case store in memory. It passes the suite that DynamoDB passes (test/contract/case-store.ts). */
export function memoryCaseStore(): CaseStore & { readonly all: () => Case[]; readonly traces: TraceStore } {
  const kept = new Map<string, Case>();
  const left = new Map<string, Trace>();
  return {
    traces: memoryTraces(kept, left),
    all: () => [...kept.values()].map((one) => structuredClone(one)),
    put(opened) {
      if (kept.has(nameOf(opened)) || left.has(nameOf(opened))) return Promise.resolve('already-stored');
      kept.set(nameOf(opened), structuredClone(opened));
      return Promise.resolve('stored');
    },
    read: (key) => Promise.resolve(structuredClone(kept.get(nameOf(key)))),
    find: (reference) =>
      Promise.resolve(structuredClone([...kept.values()].filter((one) => one.reference === reference))),
    save(next, readRev) {
      if (kept.get(nameOf(next))?.rev !== readRev) return Promise.resolve('moved');
      kept.set(nameOf(next), structuredClone(next));
      return Promise.resolve('saved');
    },
    owing(until, most) {
      const due = [...kept.values()].flatMap((one) => {
        const at = owedAt(one);
        return at !== undefined && at <= until ? [{ one, at }] : [];
      });
      due.sort((a, b) => (a.at < b.at ? -1 : 1));
      return Promise.resolve(due.slice(0, most).map(({ one }) => ({ reference: one.reference, digest: one.digest })));
    },
  };
}

/** What stays of its cases. */
function memoryTraces(kept: Map<string, Case>, left: Map<string, Trace>): TraceStore {
  const traces = (which: (trace: Trace) => boolean) => structuredClone([...left.values()].filter(which));
  return {
    ending(until, most) {
      const due = [...kept.values()].flatMap((one) =>
        !one.canary && owedAt(one) === undefined && one.expiresAt !== undefined && one.expiresAt <= until
          ? [{ one, at: one.expiresAt }]
          : [],
      );
      due.sort((a, b) => (a.at < b.at ? -1 : 1));
      return Promise.resolve(due.slice(0, most).map(({ one }) => ({ reference: one.reference, digest: one.digest })));
    },
    leave(trace, readRev) {
      if (kept.get(nameOf(trace))?.rev !== readRev) return Promise.resolve('moved');
      kept.delete(nameOf(trace));
      left.set(nameOf(trace), structuredClone(trace));
      return Promise.resolve('left');
    },
    ofReference: (reference) => Promise.resolve(traces((trace) => trace.reference === reference)),
    ofImporter: (importerHash, most) =>
      Promise.resolve(
        traces((trace) => trace.importerHash === importerHash)
          .sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))
          .slice(0, most),
      ),
  };
}
