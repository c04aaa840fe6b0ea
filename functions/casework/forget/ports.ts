import type { CaseKey } from '#domain/case/case.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import type { Trace } from '#domain/case/trace.ts';

/** Cases that go, and what stays of them. */
export type TraceStore = {
  /** Keys of cases that owe nothing and whose time is over by `until` (ISO), the oldest first, at most `most`. May lag a second. */
  ending(until: string, most: number): Promise<readonly CaseKey[]>;
  /** Puts a trace in the place of a case whose `rev` still is `readRev`; else nothing changes. */
  leave(trace: Trace, readRev: number): Promise<'left' | 'moved'>;
  /** All traces of a reference: none, one, or by rare chance two. */
  ofReference(reference: CaseReference): Promise<readonly Trace[]>;
  /** Traces of one importer, the latest first, at most `most`. May lag a second. */
  ofImporter(importerHash: string, most: number): Promise<readonly Trace[]>;
};

/** HMAC-SHA-256 of a text under the key of traces, hexadecimal. */
export type KeyedHash = (text: string) => string;
