import type { CaseKey } from '#domain/case/case.ts';
import type { System } from '#domain/desk/system.ts';

export type StuckRecord = System['stuck']['records'][number];

/** What was put aside, so that somebody looks after it. Each list may lag a second. */
export type PutAside = {
  /** Cases that owe nothing and have a letter that is not tried any more (`domain/case/put-aside.ts`), at most `most`. */
  parked(most: number): Promise<readonly CaseKey[]>;
  /** How many cases that owe nothing and have no such letter hold one back, however long, counted up to `most`. */
  held(most: number): Promise<number>;
  /** Records that could not be worked on, the one to be tried next first, at most `most`. */
  stuck(most: number): Promise<readonly StuckRecord[]>;
};
