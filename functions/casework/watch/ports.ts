import type { CaseReference } from '#domain/case/reference.ts';
import type { Card } from '#domain/desk/card.ts';
import type { Hour } from '#domain/desk/system.ts';

/** The log of the public door: what it said that it accepted. */
export type AcceptedLog = {
  /** References that somebody was shown from one moment to another (the later one not included), in no order. One may come twice. */
  between(from: Date, to: Date): AsyncIterable<CaseReference>;
};

/** What is stored, asked in the two ways that counting needs. */
export type StoredCases = {
  /** Cards of the cases that were opened in an hour of UTC (`2026-11-27T14`). May lag a second; our canary is not among them. */
  ofHour(hour: string): AsyncIterable<Card>;
  /** Whether anything stands under a reference (a consistent read): a case, our canary, or the trace of a case that went. */
  holds(reference: CaseReference): Promise<boolean>;
};

/** Hours that were checked. */
export type HourStore = {
  /** Keeps what a check found, unless a later one is kept. */
  put(hour: Hour): Promise<void>;
  /** The latest hours, the last first, at most `most`. */
  latest(most: number): Promise<readonly Hour[]>;
};
