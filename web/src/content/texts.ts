import { getEntries, getEntry, render } from 'astro:content';
import type { CollectionEntry } from 'astro:content';
import type { Locale } from '#domain/requests/locale.ts';
import type { ResultId } from '../triage/graph.ts';
import { builtAt, isOverdue } from '../help/review.ts';
import type { Topic } from '../help/topics.ts';

/** A text that must exist in every language that the broker offers: without it, nothing is built. */
const missing = (file: string): never => {
  throw new Error(`The site was not built: there is no web/src/content/${file}.md`);
};

export const guideOf = async (locale: Locale, topic: Topic): Promise<CollectionEntry<'guides'>> =>
  (await getEntry('guides', `${locale}/${topic}`)) ?? missing(`guides/${locale}/${topic}`);

export const resultOf = async (locale: Locale, id: ResultId): Promise<CollectionEntry<'results'>> =>
  (await getEntry('results', `${locale}/${id}`)) ?? missing(`results/${locale}/${id}`);

type Text = CollectionEntry<'guides'> | CollectionEntry<'results'>;

/** A text as its page shows it. The build says which ones want to be looked at again, and goes on. */
export async function textOf(entry: Text) {
  const { sources, reviewBy } = entry.data;
  const overdue = isOverdue(reviewBy, builtAt());
  if (overdue)
    console.warn(`past its review date ${reviewBy.toISOString().slice(0, 10)}: ${entry.collection}/${entry.id}`);
  const named = await getEntries(sources.map(({ id }) => id));
  const { Content, headings } = await render(entry);
  return {
    Content,
    headings,
    overdue,
    sources: named.map(({ data }, nth) => ({ ...data, says: sources[nth]?.says ?? '' })),
  };
}
