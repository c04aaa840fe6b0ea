import { getEntries, getEntry, render } from 'astro:content';
import type { CollectionEntry } from 'astro:content';
import type { Locale } from '#domain/requests/locale.ts';
import type { Place } from '../help/faq.ts';
import type { ResultId } from '../triage/graph.ts';
import { triageWords } from '../triage/words.ts';
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

/** What a link to a place says: the title of the page there. */
export async function titleOf(locale: Locale, place: Place): Promise<string> {
  if ('guide' in place) return (await guideOf(locale, place.guide)).data.title;
  if ('result' in place) return (await resultOf(locale, place.result)).data.title;
  return triageWords(locale)[`${place.question}.title`];
}

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
