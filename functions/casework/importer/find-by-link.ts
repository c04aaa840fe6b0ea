import type { Case } from '#domain/case/case.ts';
import { linkOf } from '#domain/case/links.ts';
import type { LinkPurpose, MailedLink } from '#domain/case/letter-parts.ts';
import { readLinkPart } from '../links.ts';
import type { CaseStore, Clock } from '../ports.ts';

export type LinkPorts = { readonly cases: Pick<CaseStore, 'find'>; readonly now: Clock };

/**
 * What the last part of a mailed address leads to. `cut`: nothing that we ever mailed looks so. `unknown`: no case gave
 * it, or forgot it. `other-purpose`: it is good for the other kind of page. `expired`: its time is over; whose it was.
 */
export type FoundByLink =
  | { readonly case: Case; readonly link: MailedLink }
  | { readonly trouble: 'cut' | 'unknown' }
  | { readonly trouble: 'other-purpose'; readonly is: LinkPurpose }
  | { readonly trouble: 'expired'; readonly case: Case; readonly link: MailedLink };

/** Finds the case behind a mailed link by its reference, and the link by its hash: what was not mailed for this purpose opens nothing. */
export async function findByLink({ cases, now }: LinkPorts, part: string, purpose: LinkPurpose): Promise<FoundByLink> {
  const read = readLinkPart(part);
  if (!read) return { trouble: 'cut' };
  const at = now();
  for (const of of await cases.find(read.reference)) {
    const link = of.links.find(({ hash }) => hash === read.hash);
    if (!link || isForgotten(of, at)) continue;
    if (link.purpose !== purpose) return { trouble: 'other-purpose', is: link.purpose };
    const good = linkOf(of, read.hash, purpose, at);
    return good === 'expired' || !good ? { trouble: 'expired', case: of, link } : { case: of, link: good };
  }
  return { trouble: 'unknown' };
}

/** The store deletes late; a page must not show what we said is gone. */
const isForgotten = ({ expiresAt }: Case, at: Date): boolean =>
  expiresAt !== undefined && expiresAt <= at.toISOString();
