import { broker } from '../../broker.config.ts';
import { newCase } from '#casework/open-case.ts';
import type { Case } from '#domain/case/case.ts';
import { samples as accountErrors } from '#domain/requests/account-error/samples.ts';
import { samples as emailUpdates } from '#domain/requests/email-update/samples.ts';
import { samples as nameQueries } from '#domain/requests/name-query/samples.ts';
import { samples as notifyParties } from '#domain/requests/notify-party/samples.ts';
import { samples as refundsReturned } from '#domain/requests/refund-returned/samples.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import type { CheckedRequest } from '#domain/requests/read-request.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';

/** Samples of every type by name; a type without samples does not compile. */
export const samples: Record<RequestTypeName, readonly Readonly<Record<string, string>>[]> = {
  'name-query': nameQueries,
  'email-update': emailUpdates,
  'account-error': accountErrors,
  'refund-returned': refundsReturned,
  'notify-party': notifyParties,
};

export const world = { year: 2026, ownDomains: broker.ownDomains };

/** A checked request from a sample, with some answers changed. */
export function checked(type: RequestTypeName, change: Record<string, unknown> = {}, nth = 0): CheckedRequest {
  const reading = readRequest(type, { ...samples[type][nth], ...change }, world);
  if ('problems' in reading) throw new Error(`the sample is refused: ${JSON.stringify(reading.problems)}`);
  return reading.request;
}

/** A case as intake makes it, at a fixed moment in the broker's office hours: Monday 2026-11-16, 10:00 in New York. */
export const aMonday = new Date('2026-11-16T15:00:00.000Z');
/** Weighed, and nothing found: what a case is a second after it came in. */
export const unsuspicious = (of: Case): Case => ({ ...of, risk: { at: of.openedAt, level: 'none', flags: [] } });

export const opened = (type: RequestTypeName, change: Record<string, unknown> = {}, nth = 0): Case =>
  newCase(checked(type, change, nth), broker, aMonday);
