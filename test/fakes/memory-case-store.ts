import type { Case } from '#domain/case/case.ts';
import { owedAt } from '#domain/case/letters.ts';
import type { CaseKey } from '#domain/case/case.ts';
import type { CaseStore } from '#casework/ports.ts';

const nameOf = ({ reference, digest }: CaseKey) => `${reference} ${digest}`;

/** A case store in memory. It passes the suite that DynamoDB passes (test/contract/case-store.ts). */
export function memoryCaseStore(): CaseStore & { readonly all: () => Case[] } {
  const kept = new Map<string, Case>();
  return {
    all: () => [...kept.values()].map((one) => structuredClone(one)),
    put(opened) {
      if (kept.has(nameOf(opened))) return Promise.resolve('already-stored');
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
