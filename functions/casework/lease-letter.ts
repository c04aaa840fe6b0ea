import type { Case, CaseKey, Letter } from '#domain/case/case.ts';
import { leaseLetter, nextDueLetter, withLetter } from '#domain/case/letters.ts';
import { carriedLink, mailedLink, withLink } from '#domain/case/links.ts';
import { hashOfToken, linkAddress } from './links.ts';
import type { CaseStore, Clock } from './ports.ts';

export type LeasePorts = {
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  readonly now: Clock;
  /** A fresh secret for a link (`newToken`). */
  readonly newToken: () => string;
};

/** A letter that is ours to send, on the case as we wrote it; the address that only its reader gets, where its kind has one. */
export type Leased = { readonly case: Case; readonly letter: Letter; readonly link?: string };

/**
 * Takes the case's next due letter for ourselves, in one conditional write; nothing when none is due or another run was
 * quicker. The hash of a letter's link goes with that very write: a token waits nowhere, and none is mailed that no case knows.
 */
export async function leaseNext(
  { cases, now, newToken }: LeasePorts,
  siteUrl: string,
  key: CaseKey,
  began: Date,
): Promise<Leased | undefined> {
  const found = await cases.read(key);
  const due = found && nextDueLetter(found, began);
  if (!due) return undefined;
  const at = now();
  const letter = leaseLetter(due, at);
  const leased = linked({ case: withLetter(found, letter), letter }, { siteUrl, at, newToken });
  return (await cases.save(leased.case, found.rev)) === 'saved' ? leased : undefined;
}

type Linking = { readonly siteUrl: string; readonly at: Date; readonly newToken: () => string };

function linked({ case: of, letter }: Leased, { siteUrl, at, newToken }: Linking): Leased {
  const carried = carriedLink(of, letter);
  if (!carried) return { case: of, letter };
  const token = newToken();
  return {
    case: withLink(of, mailedLink(carried, letter, hashOfToken(token), at)),
    letter,
    link: linkAddress(siteUrl, carried.purpose, of.reference, token),
  };
}
