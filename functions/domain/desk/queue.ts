import * as z from 'zod/mini';
import { requestTypeNames } from '../requests/registry.ts';
import { caseStates } from '../case/case.ts';
import { cardSchema } from './card.ts';

/** Which cases a list shows; without a word of it, all open ones by due time. As the query of `GET /api/desk/cases`. */
export const queueQuerySchema = z.strictObject({
  /** `open` by due time, unconfirmed last; `closed` the latest first. */
  of: z._default(z.enum(['open', 'closed']), 'open'),
  who: z._default(z.enum(['anyone', 'mine', 'nobody']), 'anyone'),
  state: z.optional(z.enum(caseStates)),
  type: z.optional(z.enum(requestTypeNames)),
  flagged: z.optional(z.literal('yes')),
  overdue: z.optional(z.literal('yes')),
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

export const searchPageSchema = z.object({
  /** How the words were understood. */
  by: z.enum(['reference', 'importer-number', 'mailbox', 'company']),
  cases: z.array(cardSchema),
  cursor: z.optional(z.string()),
});

export type QueueQuery = z.infer<typeof queueQuerySchema>;
export type QueuePage = z.infer<typeof queuePageSchema>;
export type SearchPage = z.infer<typeof searchPageSchema>;
