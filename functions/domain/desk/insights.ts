import * as z from 'zod/mini';
import { requestTypeNames } from '../requests/registry.ts';

const counts = z.record(z.string(), z.number());

/** The figures of the requests that were opened on a day, as they stood when they were counted. */
export const dayFiguresSchema = z.object({
  /** The date of opening in UTC, `YYYY-MM-DD`. */
  day: z.iso.date(),
  computedAt: z.iso.datetime(),
  /** Requests by type. */
  requests: counts,
  flagged: z.number(),
  /** By `<type>/<outcome>`; `declined` and `closed` stand for an end without one, `open` for none yet. */
  outcomes: counts,
  /** Hours from opening to a member's first move, and to the answer or the decline (`hours.ts`). */
  toFirstMove: counts,
  toOutcome: counts,
  /** There were more cases than were counted. */
  partial: z.optional(z.literal(true)),
});

/** As the query of `GET /api/desk/insights`. */
export const insightsQuerySchema = z.strictObject({
  days: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(90)), 30),
});

/** Hours. Right to within five per cent. */
const spread = z.object({ count: z.number(), median: z.optional(z.number()), p90: z.optional(z.number()) });

const ofDays = {
  total: z.number(),
  /** By request type; every type is named. */
  requests: counts,
  toFirstMove: spread,
  toOutcome: spread,
  flagged: z.number(),
};

export const insightsPageSchema = z.object({
  /** Days are those of this zone. */
  zone: z.literal('UTC'),
  from: z.string(),
  to: z.string(),
  now: z.string(),
  /** When the oldest of these figures was counted; none before the first one was. */
  computedAt: z.optional(z.string()),
  types: z.array(z.object({ type: z.enum(requestTypeNames), name: z.string() })),
  /** The whole window. */
  all: z.object(ofDays),
  /** Every day of it, the oldest first. */
  days: z.array(
    z.object({
      day: z.string(),
      /** When it was counted; a day without was not counted yet, and its figures are empty. */
      computedAt: z.optional(z.string()),
      partial: z.optional(z.literal(true)),
      ...ofDays,
    }),
  ),
  outcomes: z.array(
    z.object({ type: z.enum(requestTypeNames), outcome: z.string(), name: z.string(), cases: z.number() }),
  ),
  /** Open cases past their due time, right now; counted to 200 at most. */
  overdue: z.object({ cases: z.number(), orMore: z.boolean() }),
});

export type DayFigures = z.infer<typeof dayFiguresSchema>;
export type InsightsQuery = z.infer<typeof insightsQuerySchema>;
export type InsightsPage = z.infer<typeof insightsPageSchema>;
