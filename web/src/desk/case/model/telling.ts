import { lostBy, reachedTelling } from '#domain/case/clearance/reached.ts';
import type { CasePage } from '#domain/desk/case-page.ts';

type Telling = CasePage['tellings'][number];
type Told = Pick<CasePage, 'tellings' | 'letters'>;

export { lostBy, reachedTelling };

/** Typed by whoever asks, it may have been made for this: it proves something only when the client file has it, too. */
export const namedInRequest = ({ answers }: Pick<CasePage, 'answers'>, mailbox: string): boolean =>
  mailbox.trim() !== '' && answers.some(({ name, value }) => name === 'oldEmail' && same(value) === same(mailbox));

const same = (mailbox: string): string => mailbox.trim().toLowerCase();

/** The telling that somebody answered with *this was not us*, the last one. */
export const refusedTelling = ({ tellings }: Pick<CasePage, 'tellings'>): Telling | undefined =>
  tellings.findLast(({ notUsAt }) => notUsAt !== undefined);

/**
 * CBP made the change, and no letter says so to an earlier contact, or it does not reach them: somebody has to call. A note
 * after the answer says that it was done.
 */
export function nobodyToldOfChange(page: Told & Pick<CasePage, 'outcome' | 'outcomes' | 'timeline'>): boolean {
  const { outcome, outcomes, letters, timeline } = page;
  const { releasedAt } = outcome ?? {};
  const tells = outcomes.some(
    ({ code, tellsEarlierContact }) => code === outcome?.code && tellsEarlierContact === true,
  );
  if (!tells || releasedAt === undefined) return false;
  if (timeline.some(({ what, at }) => what === 'noted' && at > releasedAt)) return false;
  return !letters.some(
    ({ kind, owedSince, state, bouncedAt }) =>
      kind === 'earlier-contact-filed' && owedSince >= releasedAt && state !== 'parked' && bouncedAt === undefined,
  );
}
