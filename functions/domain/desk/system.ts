import * as z from 'zod/mini';
import { cardSchema } from './card.ts';
import { letterCountsSchema } from './letter-counts.ts';

/**
 * How the desk itself is: what is owed, what could not go, what came back. Bounded: each list shows its first few and says
 * whether there are more. Times are ISO 8601 in UTC.
 */

/** An hour after its end: what the public door accepted, what is stored, and what became of its letters. */
export const hourSchema = z.object({
  /** In UTC: `2026-11-27T14`. */
  hour: z.string(),
  checkedAt: z.string(),
  /** References that somebody was shown. */
  accepted: z.number(),
  stored: z.number(),
  /** References that were shown and are not stored: an alarm. At most ten are named. */
  missing: z.array(z.string()),
  letters: letterCountsSchema,
  /** Nothing is missing, and no letter is owed any more. */
  settled: z.boolean(),
});

/** The synthetic request that goes the whole way every 15 minutes. */
export const canarySchema = z.object({
  /** This stage sends one. */
  on: z.boolean(),
  postedAt: z.optional(z.string()),
  /** When its last letter was delivered, and after how many seconds. */
  deliveredAt: z.optional(z.string()),
  seconds: z.optional(z.number()),
  /** Of the last try that failed: when, and what the door answered. */
  failedAt: z.optional(z.string()),
  why: z.optional(z.string()),
});

export const systemSchema = z.object({
  at: z.string(),
  /** The team's mailboxes, in the order in which they are written to. */
  mailboxes: z.array(
    z.object({
      mailbox: z.string(),
      state: z.enum(['well', 'bounced', 'complained']),
      since: z.optional(z.string()),
    }),
  ),
  /** Cases that owe a letter now: at most a hundred are counted. */
  debts: z.object({ cases: z.number(), more: z.boolean(), oldestSince: z.optional(z.string()) }),
  /** Cases with a letter that is not tried any more: given up, or come back from the team's mailboxes. */
  parked: z.object({ cards: z.array(cardSchema), more: z.boolean() }),
  /** Cases that owe nothing and hold a letter back until a member lets it go: at most a hundred are counted. */
  held: z.object({ cases: z.number(), more: z.boolean() }),
  /** Records that could not be worked on; they are tried again at `nextAt`, which is in the year 9999 where only by hand. */
  stuck: z.object({
    records: z.array(
      z.object({
        reference: z.optional(z.string()),
        digest: z.optional(z.string()),
        since: z.string(),
        nextAt: z.string(),
        tries: z.number(),
        why: z.string(),
      }),
    ),
    more: z.boolean(),
  }),
  /** The last hours that were checked, the latest first. */
  hours: z.array(hourSchema),
  canary: canarySchema,
});

export type Hour = z.infer<typeof hourSchema>;
export type Canary = z.infer<typeof canarySchema>;
export type System = z.infer<typeof systemSchema>;
