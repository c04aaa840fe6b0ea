import type { Case, LetterKind } from '#domain/case/case.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { broker } from '../../broker.config.ts';

export { broker };
export const siteUrl = 'https://refunds.harborpine.example';
export const kinds: readonly LetterKind[] = ['team-request', 'contact-received', 'mailbox-named'];

/** A letter of a case, from the made-up broker of the configuration, or a changed one. */
export const letter = (kind: LetterKind, of: Case, changes: Partial<Broker> = {}) =>
  writeLetter({ kind }, { case: of, broker: { ...broker, ...changes }, siteUrl });
