import type { Budget } from '#domain/desk/kept.ts';

/** Counts of letters by address and day. Every write is conditional. */
export type BudgetStore = {
  /** Puts a new count, unless there is one: then nothing changes. */
  put(one: Budget): Promise<'stored' | 'already-stored'>;
  /** The count as it is now (a consistent read), or nothing. */
  read(id: string): Promise<Budget | undefined>;
  /** Replaces one whose `rev` still is `readRev`; else nothing changes. */
  save(next: Budget, readRev: number): Promise<'saved' | 'moved'>;
};
