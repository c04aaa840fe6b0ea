import type { Member } from '#domain/broker/broker.ts';
import type { Clock } from '../ports.ts';
import type { AuditStore } from './ports.ts';

/** Puts on record what a member did, after it was done and before anybody is told so. */
export const record = (
  { audit, now }: { readonly audit: Pick<AuditStore, 'add'>; readonly now: Clock },
  { email, name }: Member,
  what: string,
  about?: Readonly<Record<string, string>>,
): Promise<void> => audit.add({ at: now().toISOString(), who: email, name, what, ...(about && { about }) });
