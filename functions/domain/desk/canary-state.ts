import * as z from 'zod/mini';
import type { Canary } from './system.ts';

/** There is one canary at a time, and this is all that is kept of those before. */
export const LAST_CANARY = 'last';

/** What became of the last canaries. Times are ISO 8601 in UTC. */
export const canaryStateSchema = z.object({
  id: z.literal(LAST_CANARY),
  rev: z.number(),
  /** When the door last took one, and its reference. */
  postedAt: z.optional(z.string()),
  reference: z.optional(z.string()),
  /** When the last letter of one was delivered, and how many seconds after it was sent off. */
  deliveredAt: z.optional(z.string()),
  seconds: z.optional(z.number()),
  /** When the door last took none, and what it answered: a status, or the name of what went wrong on the way. */
  failedAt: z.optional(z.string()),
  why: z.optional(z.string()),
});

export type CanaryState = z.infer<typeof canaryStateSchema>;

/** As the system page shows it; `on` says whether this stage sends one at all. */
export const canaryShown = (state: CanaryState | undefined, on: boolean): Canary => {
  const { id: _, rev: __, reference: ___, ...times } = state ?? { id: LAST_CANARY, rev: 0 };
  return { on, ...times };
};
