import * as z from 'zod/mini';
import { requestTypeNames } from '../requests/registry.ts';
import type { Case } from './case.ts';
import { time } from './parts.ts';
import { readReference } from './reference.ts';
import type { CaseReference } from './reference.ts';
import { endOfTime, endsOfTime } from './retention.ts';

const DAY = 24 * 3600 * 1000;

/** So long we can say of a case that it was here, and when it went. */
export const TRACE_DAYS = 10 * 365 + 3;

/**
 * What stays of a case that was let go of: its key, its dates, why it went, and two keyed hashes. It names nobody. Only who
 * holds the key can tell which importer it was of, and only about a number that they know already.
 */
export const traceSchema = z.object({
  format: z.literal(1),
  reference: z.custom<CaseReference>((value) => typeof value === 'string' && readReference(value) === value),
  digest: z.string(),
  type: z.enum(requestTypeNames),
  openedAt: time,
  closedAt: z.optional(time),
  /** When its time was over, and when it really went. */
  expiredAt: time,
  forgottenAt: time,
  why: z.enum(endsOfTime),
  /** HMAC-SHA-256 of reference and digest, hexadecimal: who has our key made this trace, and nobody else. */
  caseHash: z.string(),
  /** HMAC-SHA-256 of the importer's key. */
  importerHash: z.string(),
  /** When the trace itself goes. */
  keptUntil: time,
});

export type Trace = z.infer<typeof traceSchema>;

export type TraceHashes = Pick<Trace, 'caseHash' | 'importerHash'>;

/** Named one by one: what a case gets one day does not stay behind before somebody decides it. */
export const traceOf = (of: Case, hashes: TraceHashes, now: Date): Trace => ({
  format: 1,
  reference: of.reference,
  digest: of.digest,
  type: of.type,
  openedAt: of.openedAt,
  ...(of.closedAt !== undefined && { closedAt: of.closedAt }),
  expiredAt: of.expiresAt ?? now.toISOString(),
  forgottenAt: now.toISOString(),
  why: endOfTime(of),
  caseHash: hashes.caseHash,
  importerHash: hashes.importerHash,
  keptUntil: new Date(now.getTime() + TRACE_DAYS * DAY).toISOString(),
});
