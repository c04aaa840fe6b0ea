import type { CaseChain, Chain, DayChain, TrailEntry } from '#domain/desk/trail.ts';

/** The audit trail as a store keeps it: chains of numbered entries, never changed. */
export type TrailStore = {
  /** Puts an entry at its number, unless one is there: then nothing changes. The number is claimed by this very put. */
  put(chain: Chain, entry: TrailEntry): Promise<'stored' | 'already-stored'>;
  /** The last entries, or the last before a number, the latest first, at most `most` (a consistent read). */
  latest(chain: Chain, most: number, before?: number): Promise<readonly TrailEntry[]>;
  /** Entries after a number, in their order, at most `most`. */
  after(chain: Chain, n: number, most: number): Promise<readonly TrailEntry[]>;
  /** Notes that a chain grows in an hour (`2026-11-12T14`, UTC), so that the chains of a day can be found. */
  note(chain: Chain, hour: string): Promise<void>;
  /** The members' chains of a day (`2026-11-12`), or those that grew in an hour of it. */
  days(when: string): Promise<readonly DayChain[]>;
  /** The chains of cases that grew on a day, or in an hour. */
  cases(when: string): Promise<readonly CaseChain[]>;
};

/** All that is needed to put something on record. */
export type TrailWriter = Pick<TrailStore, 'put' | 'latest' | 'note'>;

/** The last hour whose heads were written to the log. */
export type HeadsMark = {
  read(): Promise<string | undefined>;
  save(hour: string): Promise<void>;
};
