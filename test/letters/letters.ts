import type { Case, LetterKind } from '#domain/case/case.ts';
import { carriedLink } from '#domain/case/links.ts';
import { letterSchema } from '#domain/case/letter-parts.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { writeLetter } from '#letters/write-letter.ts';
import { broker } from '../../broker.config.ts';
import { about, moment, ready } from './ready.ts';

export { broker };
export const siteUrl = 'https://refunds.harborpine.example';
export const kinds: readonly LetterKind[] = letterSchema.shape.kind.options;
export const teamKinds = ['team-request', 'team-reply', 'team-alert'] as const;
export const outsideKinds = kinds.filter((kind) => !teamKinds.some((team) => team === kind));

/** Letters without the company's name: what they tell needs none, and they may go to a mailbox that nobody confirmed. */
export const nameless: readonly LetterKind[] = ['case-link', 'declined', 'closed', 'converted', 'erased'];

/** As paying makes it: the door, the reference, 32 bytes. */
export const linkFor = (of: Case, kind: LetterKind): string | undefined => {
  const carried = carriedLink(of, { kind });
  return carried && `${siteUrl}/api/importer/${carried.purpose}/${of.reference}.${'q7x_-4Kd'.repeat(6).slice(0, 43)}`;
};

/** A letter of a case as it stands, from the made-up broker of the configuration, or a changed one. */
export function letterAsIs(kind: LetterKind, of: Case, changes: Partial<Broker> = {}) {
  const link = linkFor(of, kind);
  return writeLetter({
    case: of,
    broker: { ...broker, ...changes },
    siteUrl,
    letter: { kind, owedSince: moment, ...about[kind] },
    ...(link !== undefined && { link }),
  });
}

/** The same of a case that has got so far that such a letter is due. */
export const letter = (kind: LetterKind, of: Case, changes: Partial<Broker> = {}) =>
  letterAsIs(kind, ready(kind, of), changes);
