import type { CaseKey } from '#domain/case/case.ts';
import type { CaseReference } from '#domain/case/reference.ts';

/** A record by the store's own key: it may be none that anybody can read. */
export type RecordKey = { readonly pk: string; readonly sk: string };

/** A record that could not be worked on, for another reason than a store that does not answer. */
export type StuckRecord = {
  readonly key: RecordKey;
  /** Of a case: by its key, whatever the record holds. */
  readonly reference?: CaseReference;
  readonly digest?: string;
  /** ISO. */
  readonly since: string;
  readonly nextAt: string;
  readonly tries: number;
  /** The error's name. */
  readonly why: string;
};

/** What was to be worked on: a case, or somebody's ask for a link. */
export type Worked = { readonly case: CaseKey } | { readonly ask: string };

export type StuckStore = {
  /**
   * Sets a record aside until `nextAtOf(tries, since)`, with what it owed kept beside; one more try on its count when it was
   * aside before. Its content is not touched, nor read. Gives it as it is then; nothing when it changed meanwhile or is gone.
   */
  putAside(
    what: Worked,
    of: { readonly why: string; readonly at: string; readonly nextAtOf: (tries: number, since: string) => string },
  ): Promise<StuckRecord | undefined>;
  /** Those that are aside, the next to be tried first, at most `most`. */
  list(most: number): Promise<readonly StuckRecord[]>;
  /** Puts what it owed back where it was, so that the next run tries it; its count of tries stays with it. */
  retryNow(record: Pick<StuckRecord, 'key'>): Promise<void>;
};
