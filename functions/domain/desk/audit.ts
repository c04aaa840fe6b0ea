import * as z from 'zod/mini';
import { auditEventSchema } from './trail.ts';

/** What the desk says of its audit trail. Days are in UTC. */
const cursor = z.optional(z.string().check(z.minLength(1), z.maxLength(4000)));

export const auditQuerySchema = z.strictObject({
  /** `2026-11-12`; today without. */
  day: z.optional(z.iso.date()),
  /** One member's mailbox, or `nobody` for strangers; all without. */
  who: z.optional(z.string().check(z.minLength(1), z.maxLength(254))),
  cursor,
});

export const auditPageSchema = z.object({
  day: z.string(),
  /** The latest first. */
  events: z.array(auditEventSchema),
  cursor: z.optional(z.string()),
});

export const trailQuerySchema = z.strictObject({ cursor });

export const trailPageSchema = z.object({
  /** The latest first. */
  events: z.array(auditEventSchema),
  cursor: z.optional(z.string()),
});

/**
 * What can be wrong with a chain. `changed`: an entry is not what it was. `removed`: its number is missing.
 * `out-of-order`: it stood elsewhere. `replaced`: the next one followed another. `rewritten`, `cut`, `gone`: the log
 * knows other, more, or a whole chain. `unmatched`: member's chain and case's chain do not tell the same of it.
 */
export const trailFaults = [
  'changed',
  'removed',
  'out-of-order',
  'replaced',
  'rewritten',
  'cut',
  'gone',
  'unmatched',
] as const;

export const trailFindingSchema = z.object({
  /** The chain: a day and who, or a case. */
  chain: z.string(),
  /** The entry's number; of several that are missing in a row, the first and the last. */
  n: z.number(),
  to: z.optional(z.number()),
  fault: z.enum(trailFaults),
});

export const auditCheckQuerySchema = z.strictObject({ day: z.iso.date() });

export const auditCheckSchema = z.object({
  day: z.string(),
  chains: z.number(),
  /** Of this day. */
  entries: z.number(),
  findings: z.array(trailFindingSchema),
});

export type AuditPage = z.infer<typeof auditPageSchema>;
export type TrailPage = z.infer<typeof trailPageSchema>;
export type TrailFault = (typeof trailFaults)[number];
export type TrailFinding = z.infer<typeof trailFindingSchema>;
export type AuditCheck = z.infer<typeof auditCheckSchema>;
