import { readReference } from '#domain/case/reference.ts';
import type { Card } from '#domain/desk/card.ts';
import type { SearchPage } from '#domain/desk/queue.ts';
import type { Clock } from '../ports.ts';
import { placeIn } from './cursor.ts';
import type { CaseList, CaseLists } from './ports.ts';
import { readPage } from './read-page.ts';
import { understand } from './understand.ts';
import type { SearchRefusal } from './understand.ts';

export type SearchPorts = { readonly lists: Pick<CaseLists, 'some' | 'ofReference'>; readonly now: Clock };
export type Search = { readonly q: string; readonly cursor?: string | undefined };

/** Finds cases by what a member typed, the latest first; a company's by name. */
export async function search(ports: SearchPorts, { q, cursor }: Search): Promise<SearchPage | SearchRefusal> {
  const now = ports.now();
  const words = q.trim();
  const cases = cursor === undefined ? await ofReference(ports, words, now) : [];
  if (cases.length > 0) return { by: 'reference', cases };
  const understood = understand(words, now.getUTCFullYear());
  if ('refused' in understood) return readReference(words) ? { by: 'reference', cases } : understood.refused;
  const { by, lists } = understood;
  const page = await readAmong(ports, lists, { cursor, latest: by !== 'company', now });
  if (page === 'refused') return 'cursor';
  // A name of ten letters looks like a reference, too: what names no case was read again as a name.
  return page.cases.length === 0 && readReference(words) ? { by: 'reference', cases } : { by, ...page };
}

async function ofReference({ lists }: SearchPorts, words: string, now: Date): Promise<Card[]> {
  const reference = readReference(words);
  const found = reference ? await lists.ofReference(reference) : [];
  return found.filter(({ expiresAt = Infinity }) => expiresAt * 1000 > now.getTime()).map(({ card }) => card);
}

/** One list after the other; the cursor says in which one to go on. */
async function readAmong(
  { lists }: SearchPorts,
  among: readonly CaseList[],
  { cursor, ...asked }: { readonly cursor: string | undefined; readonly latest: boolean; readonly now: Date },
): Promise<{ cases: Card[]; cursor?: string } | 'refused'> {
  const first = cursor === undefined ? 0 : among.findIndex((list) => placeIn(list, cursor) !== 'refused');
  if (first < 0) return 'refused';
  const cases: Card[] = [];
  for (const [at, list] of among.entries()) {
    if (at < first) continue;
    const page = await readPage(lists, list, { ...asked, cursor: at === first ? cursor : undefined });
    if (page === 'refused') return page;
    cases.push(...page.cases);
    if (page.cursor !== undefined) return { cases, cursor: page.cursor };
  }
  return { cases };
}
