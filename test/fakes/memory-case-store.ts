import type { Case } from '#domain/case/case.ts';
import { owedAt } from '#domain/case/letters.ts';
import type { CaseKey } from '#domain/case/case.ts';
import type { Trace } from '#domain/case/trace.ts';
import type { TraceStore } from '#casework/forget/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { StuckRecord, StuckStore } from '#casework/stuck/ports.ts';

const nameOf = ({ reference, digest }: CaseKey) => `${reference} ${digest}`;

/** A case store in memory. It passes the suite that DynamoDB passes (test/contract/case-store.ts). */
export function memoryCaseStore(): CaseStore & {
  readonly all: () => Case[];
  readonly traces: TraceStore;
  readonly stuck: StuckStore;
} {
  const kept = new Map<string, Case>();
  const left = new Map<string, Trace>();
  const aside = new Map<string, Aside>();
  return {
    stuck: memoryStuck(kept, aside),
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
      aside.delete(nameOf(next));
      return Promise.resolve('saved');
    },
    owing(until, most) {
      const due = [...kept.values()].flatMap((one) => {
        const at = owedAt(one);
        return at !== undefined && at <= until && !aside.get(nameOf(one))?.out ? [{ one, at }] : [];
      });
      due.sort((a, b) => (a.at < b.at ? -1 : 1));
      return Promise.resolve(due.slice(0, most).map(({ one }) => ({ reference: one.reference, digest: one.digest })));
    },
  };
}

type Aside = StuckRecord & { readonly out: boolean };

/** Where nothing is ever set aside. */
export const noStuck: StuckStore = {
  putAside: () => Promise.resolve(undefined),
  list: () => Promise.resolve([]),
  retryNow: () => Promise.resolve(),
};

/** Those that could not be worked on; `out` while they are kept from the list of debts. Asks have a store of their own here. */
function memoryStuck(kept: ReadonlyMap<string, Case>, aside: Map<string, Aside>): StuckStore {
  return {
    putAside(what, { why, at, nextAtOf }) {
      if (!('case' in what)) return Promise.resolve(undefined);
      const name = nameOf(what.case);
      const of = kept.get(name);
      if (!of || (owedAt(of) === undefined && of.expiresAt === undefined)) return Promise.resolve(undefined);
      const { since = at, tries = 0 } = aside.get(name) ?? {};
      const { reference, digest } = of;
      const record = { since, tries: tries + 1, why, nextAt: nextAtOf(tries + 1, since) };
      const key = { pk: `CASE#${reference}`, sk: digest };
      aside.set(name, { key, reference, digest, ...record, out: true });
      return Promise.resolve({ key, reference, digest, ...record });
    },
    list: (most) =>
      Promise.resolve(
        [...aside.values()]
          .filter(({ out }) => out)
          .sort((a, b) => (a.nextAt < b.nextAt ? -1 : 1))
          .slice(0, most)
          .map(({ out: _, ...record }) => record),
      ),
    retryNow({ key }) {
      for (const [name, one] of aside) if (one.key.sk === key.sk) aside.set(name, { ...one, out: false });
      return Promise.resolve();
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
