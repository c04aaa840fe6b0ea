import * as z from 'zod/mini';
import { requestTypeNames } from '../requests/registry.ts';
import { caseStates } from '../case/case.ts';
import { readReference } from '../case/reference.ts';
import type { CaseReference } from '../case/reference.ts';
import { cardSchema } from './card.ts';

/** Where a case stands in a list: the list's order, and the case itself. */
export const placeSchema = z.object({
  /** As a key of DynamoDB takes it: whole characters, at most 1,024 bytes. Ours have 125 characters at most. */
  order: z.string().check(
    z.minLength(1),
    z.maxLength(200),
    z.refine((text) => text.isWellFormed()),
  ),
  reference: z.custom<CaseReference>((value) => typeof value === 'string' && readReference(value) === value),
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** What a page says of where the next one begins, and of which list: said to another list, it is refused. */
export const cursorSchema = z.object({
  list: z.string(),
  after: placeSchema,
});

export type Place = z.infer<typeof placeSchema>;
export type Cursor = z.infer<typeof cursorSchema>;

/** Which cases a list shows; without a word of it, all open ones by due time. As the query of `GET /api/desk/cases`. */
export const queueQuerySchema = z.strictObject({
  /** `open` by due time, unconfirmed last; `closed` the latest first. */
  of: z._default(z.enum(['open', 'closed']), 'open'),
  who: z._default(z.enum(['anyone', 'mine', 'nobody']), 'anyone'),
  state: z.optional(z.enum(caseStates)),
  type: z.optional(z.enum(requestTypeNames)),
  flagged: z.optional(z.literal('yes')),
  overdue: z.optional(z.literal('yes')),
  /** Of which a letter waits until a member lets it go. */
  held: z.optional(z.literal('yes')),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
});

/** Cases on a page; and how many a filter that has no index of its own looks at before it gives what it found. */
export const PAGE = 25;
export const MOST_EXAMINED = 200;

export const queuePageSchema = z.object({
  cases: z.array(cardSchema),
  /** Where the next page begins; none after the last one. */
  cursor: z.optional(z.string()),
  /** How many cases were looked at for this page. */
  examined: z.number(),
  /** When the caller last said that they had looked; none at first. */
  lookedAt: z.optional(z.string()),
  now: z.string(),
});

/** As the query of `GET /api/desk/search`. */
export const searchQuerySchema = z.strictObject({
  q: z.string().check(z.trim(), z.minLength(1), z.maxLength(254)),
  cursor: z.optional(z.string().check(z.maxLength(2000))),
});

export const searchPageSchema = z.object({
  /** How the words were understood. */
  by: z.enum(['reference', 'importer-number', 'mailbox', 'company']),
  cases: z.array(cardSchema),
  cursor: z.optional(z.string()),
});

export type QueueQuery = z.infer<typeof queueQuerySchema>;
export type QueuePage = z.infer<typeof queuePageSchema>;
export type SearchPage = z.infer<typeof searchPageSchema>;
