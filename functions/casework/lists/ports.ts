import type { CaseReference } from '#domain/case/reference.ts';
import type { Card } from '#domain/desk/card.ts';
import type { Place } from '#domain/desk/queue.ts';

/** Every way to list cases, each an index. What a list costs depends on how much is asked for, never on how many cases exist. */
export type CaseList =
  /** All open cases, due first and unconfirmed last; or all that are over, by their end. */
  | { readonly by: 'queue'; readonly of: 'open' | 'closed' }
  /** Open cases of a member's mailbox, or of nobody; due first. */
  | { readonly by: 'assignee'; readonly of: string }
  /** By opening. */
  | { readonly by: 'importer' | 'contact-mailbox' | 'new-mailbox'; readonly of: string }
  /** A normalised name's first three characters, and how it begins. By name. */
  | { readonly by: 'company'; readonly of: string; readonly begins: string }
  /** An opening date in UTC, `YYYY-MM-DD`. By opening. */
  | { readonly by: 'day'; readonly of: string };

/** A case in a list: its card, where it stands there, and when it may be deleted. It may be late: some are past it. */
export type Listed = {
  readonly card: Card;
  readonly place: Place;
  /** Unix seconds. */
  readonly expiresAt?: number;
  /** In the list of a day only: the importer's key, with the number in full unless it is a Social Security number. */
  readonly importerKey?: string;
};

export type CaseLists = {
  /** At most `most` cases after a place, or from the beginning; `latest` gives the last first. May lag a second behind writes. */
  some(
    list: CaseList,
    asked: { readonly most: number; readonly after?: Place | undefined; readonly latest?: boolean },
  ): Promise<{ readonly found: readonly Listed[]; readonly more: boolean }>;
  /** All cases of a reference: none, one, or by rare chance two. A consistent read. */
  ofReference(reference: CaseReference): Promise<readonly Listed[]>;
  /** Open cases that were due before `now` (ISO) and are not past their time, counted up to `most` and seldom more. */
  countOverdue(now: string, most: number): Promise<number>;
};

/** When a member last said that they had looked. */
export type LookedStore = {
  read(mailbox: string): Promise<string | undefined>;
  save(mailbox: string, at: string): Promise<void>;
};
