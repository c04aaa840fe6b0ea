import type { Ask } from '#domain/desk/kept.ts';

export type { Ask } from '#domain/desk/kept.ts';

/** Asks for links. The public door may only put one; only who pays debts reads them. */
export type AskStore = {
  /** Puts an ask, unless the very same is there: then nothing changes. One write, no read. */
  put(ask: Ask): Promise<'stored' | 'already-stored'>;
  /** Ids of asks to settle not later than `until` (ISO), oldest first, at most `most`. May lag a second. */
  owing(until: string, most: number): Promise<readonly string[]>;
  /** The ask as it is now (a consistent read), or nothing. */
  read(id: string): Promise<Ask | undefined>;
  /** Replaces an ask whose `rev` still is `readRev`; else nothing changes. */
  save(next: Ask, readRev: number): Promise<'saved' | 'moved'>;
};
