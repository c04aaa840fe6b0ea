import type { Letter } from '../letter-parts.ts';
import type { Telling } from '../parts.ts';

/** What of a case says whether an earlier contact was told; the desk's page asks it, too. */
export type Told = {
  readonly tellings: readonly Telling[];
  readonly letters: readonly Pick<Letter, 'kind' | 'about' | 'state' | 'sentAt' | 'bouncedAt' | 'told'>[];
};

/** The letter that tells them; the last one, where it was sent again. */
export const letterOf = <Of extends Told>({ letters }: Of, { id }: Telling): Of['letters'][number] | undefined =>
  letters.findLast(({ kind, about }) => kind === 'earlier-contact' && about === id);

export type Lost = 'not-us' | 'came-back' | 'bounced' | 'parked';

/** Why a telling counts no more, or told nobody; undefined while nothing speaks against it. */
export function lostBy(of: Told, telling: Telling): Lost | undefined {
  const letter = letterOf(of, telling);
  if (telling.notUsAt !== undefined) return 'not-us';
  if (telling.cameBackAt !== undefined) return 'came-back';
  if (letter?.bouncedAt !== undefined || letter?.told?.rejectedAt !== undefined) return 'bounced';
  return !letter || letter.state === 'parked' ? 'parked' : undefined;
}

/** The last earlier contact whom our letter reaches, as far as anybody knows. */
export const reachedTelling = (of: Told): Telling | undefined =>
  of.tellings.findLast((telling) => lostBy(of, telling) === undefined);
