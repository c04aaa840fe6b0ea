import type { Case } from '#domain/case/case.ts';
import type { LinkPurpose, MailedLink } from '#domain/case/letter-parts.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CaseStore, Clock } from '../ports.ts';
import { findByLink } from './find-by-link.ts';
import type { FoundByLink } from './find-by-link.ts';

export type ImporterPorts = { readonly cases: Pick<CaseStore, 'find' | 'save'>; readonly now: Clock };

export type At = { readonly case: Case; readonly link: MailedLink; readonly now: Date };

/** What a story makes of the case as it is: one to save, or none, and how the story ends. */
export type Change<Ending> = (at: At) => { readonly save?: Case; readonly ending: Ending };

export type Changed<Ending> =
  | { readonly case: Case; readonly link: MailedLink; readonly ending: Ending }
  | Extract<FoundByLink, { readonly trouble: string }>;

/** Others write to the case too, letters most of all; each time it is read and thought over anew. */
const MOST_TRIES = 8;

/** The importer's moves do not conflict with a broker's: a refused write is repeated on the case as it is then. */
export async function changeByLink<Ending>(
  ports: ImporterPorts,
  part: string,
  purpose: LinkPurpose,
  change: Change<Ending>,
): Promise<Changed<Ending>> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await findByLink(ports, part, purpose);
    if ('trouble' in found) return found;
    const { save, ending } = change({ ...found, now: ports.now() });
    // Two moves of one press are one write, and one revision.
    const next = save && { ...save, rev: found.case.rev + 1 };
    if (!next) return { ...found, ending };
    if ((await ports.cases.save(next, found.case.rev)) === 'saved') return { case: next, link: found.link, ending };
  }
  throw new StoreUnavailable('others write to this case all the time');
}
