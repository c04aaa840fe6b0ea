import * as z from 'zod/mini';
import { readReference } from '../case/reference.ts';
import type { CaseReference } from '../case/reference.ts';
import { time } from '../case/parts.ts';

/** A case by its whole name. */
const caseName = z.object({
  reference: z.custom<CaseReference>((value) => typeof value === 'string' && readReference(value) === value),
  digest: z.string(),
});

/** Who did what, in codes and references: never an answer, a secret or an address of an importer. */
export const auditEventSchema = z.object({
  at: time,
  /** A member's mailbox, `importer` (who holds a mailed link), or `nobody` (a stranger at the door). */
  who: z.string(),
  name: z.string(),
  /** An event's code: `saw`, `moved`, `exported`, `signed-in`, `refused`. */
  what: z.string(),
  /** The case that it was done to. */
  case: z.optional(caseName),
  /** The member that it was done to, the name of a move or an export, a reason. */
  about: z.optional(z.record(z.string(), z.string())),
});

/** The place of an event about a case in the chain of who did it, and what stood there. */
const twinSchema = z.object({ day: z.string(), who: z.string(), n: z.number(), hash: z.string() });

/** An event in its chain: its number, the hash of the one before it, and a hash over all of that. */
export const trailEntrySchema = z.object({
  n: z.number(),
  /** Empty for the first one. */
  prev: z.string(),
  /** When the one before it was; by it an entry that was forgotten in time is told from one that was taken out. */
  prevAt: z.optional(time),
  hash: z.string(),
  event: auditEventSchema,
  twin: z.optional(twinSchema),
});

/** One chain for each member (or nobody) and day in UTC, one for each case. */
export type DayChain = { readonly kind: 'day'; readonly day: string; readonly who: string };
export type CaseChain = { readonly kind: 'case'; readonly reference: CaseReference; readonly digest: string };
export type Chain = DayChain | CaseChain;

/** Its name, as it goes into every hash: an entry fits into no other chain. */
export const chainName = (chain: Chain): string =>
  chain.kind === 'day' ? `day ${chain.day} ${chain.who}` : `case ${chain.reference} ${chain.digest}`;

export const dayOfEvent = ({ at }: Pick<AuditEvent, 'at'>): string => at.slice(0, 10);
/** `2026-11-12T14`. */
export const hourOfEvent = ({ at }: Pick<AuditEvent, 'at'>): string => at.slice(0, 13);

export type AuditEvent = z.infer<typeof auditEventSchema>;
export type TrailEntry = z.infer<typeof trailEntrySchema>;
export type Twin = z.infer<typeof twinSchema>;
