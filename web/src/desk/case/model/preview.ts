import { isLocale } from '#domain/requests/locale.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { outcomeWords, outcomeWordsFor } from '#domain/requests/outcome-texts.ts';
import type { OutcomeWords } from '#domain/requests/outcome-texts.ts';

/** What a broker's configuration fills into words for an importer. */
export type BrokerFacts = {
  readonly broker: string;
  readonly phone: string;
  readonly powerOfAttorneyLink?: string | undefined;
};

type Ending = { readonly code: string; readonly values: Readonly<Record<string, string>> };

/** Stands where the member has not filled in yet. */
const gap = '…';

/**
 * What the importer will read, as far as it is filled in. `times` puts a moment into words. Undefined for an ending
 * that has no words (none is known today; the page then shows no preview rather than nothing at all).
 */
export function previewOf(
  { type, locale, answers }: Pick<CasePage, 'type' | 'locale' | 'answers'>,
  ending: Ending,
  facts: BrokerFacts,
  times: (instant: string) => string,
): OutcomeWords | undefined {
  const all = wordsFor(isLocale(locale) ? locale : 'en', type, ending);
  if (!all) return undefined;
  const { acceptedAt } = ending.values;
  const newEmail = answers.find(({ name }) => name === 'newEmail')?.value;
  const { powerOfAttorneyLink, ...rest } = facts;
  const fills: Readonly<Record<string, string>> = {
    ...rest,
    ...(powerOfAttorneyLink !== undefined && { powerOfAttorneyLink }),
    ...(newEmail !== undefined && { newEmail }),
    ...ending.values,
    ...(acceptedAt !== undefined && acceptedAt !== '' && { acceptedAt: times(acceptedAt) }),
  };
  const filled = (text: string) => text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => fills[name] || gap);
  const { title, text, next } = outcomeWordsFor(all, fills);
  return { title: filled(title), text: filled(text), next: next.map(filled) };
}

function wordsFor(...of: Parameters<typeof outcomeWords>): OutcomeWords | undefined {
  try {
    return outcomeWords(...of);
  } catch {
    return undefined;
  }
}
