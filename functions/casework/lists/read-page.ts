import { MOST_EXAMINED, PAGE } from '#domain/desk/queue.ts';
import type { Card } from '#domain/desk/card.ts';
import type { Place } from '#domain/desk/queue.ts';
import { cursorText, placeIn } from './cursor.ts';
import type { CaseList, CaseLists, Listed } from './ports.ts';

export type Page = { readonly cases: readonly Card[]; readonly cursor?: string; readonly examined: number };

type Asked = {
  readonly cursor?: string | undefined;
  readonly latest?: boolean;
  readonly now: Date;
  /** Which of the cases are wanted, where the list holds others too. */
  readonly wanted?: ((card: Card) => boolean) | undefined;
};

/**
 * A page of a list: up to 25 cases. At most 200 are looked at for it, so that a filter without an index of its own costs
 * no more however many cases exist; the page says how many they were, and where to look on. The place is that of the
 * last case that was looked at: what moves meanwhile may come twice, what stays is never skipped.
 */
export async function readPage(
  lists: Pick<CaseLists, 'some'>,
  list: CaseList,
  { cursor, latest = false, now, wanted }: Asked,
): Promise<Page | 'refused'> {
  const after = cursor === undefined ? undefined : placeIn(list, cursor);
  if (after === 'refused') return 'refused';
  // One more than is shown tells whether there is a next page.
  const most = wanted ? MOST_EXAMINED : PAGE + 1;
  const { found, more } = await lists.some(list, { most, after, latest });
  const fits = ({ card, expiresAt = Infinity }: Listed) =>
    expiresAt * 1000 > now.getTime() && (wanted === undefined || wanted(card));
  return cutAt(found, fits, more, list);
}

function cutAt(found: readonly Listed[], fits: (one: Listed) => boolean, more: boolean, list: CaseList): Page {
  const cases: Card[] = [];
  let examined = 0;
  let last: Place | undefined;
  for (const one of found) {
    if (cases.length === PAGE) break;
    examined += 1;
    last = one.place;
    if (fits(one)) cases.push(one.card);
  }
  const goesOn = more || found.slice(examined).some(fits);
  return { cases, examined, ...(goesOn && last && { cursor: cursorText(list, last) }) };
}
