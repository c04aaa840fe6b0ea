import { isLocale } from '#domain/requests/locale.ts';
import { when } from '#domain/when.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { outcomeTexts, outcomeWords, outcomeWordsFor } from '#domain/requests/outcome-texts.ts';
import type { OutcomeWords } from '#domain/requests/outcome-texts.ts';
import { toldNames } from '#domain/requests/told-names.ts';

/** What a broker's configuration fills into words for an importer. */
export type BrokerFacts = {
  readonly broker: string;
  readonly phone: string;
  readonly powerOfAttorneyLink?: string | undefined;
  readonly timeZone: string;
};

/** An outcome in the importer's words; `names` are those to type, each with what to do with it. */
export type Preview = OutcomeWords & { readonly names: readonly { readonly label: string; readonly name: string }[] };

type Ending = { readonly code: string; readonly values: Readonly<Record<string, string>> };

/** Stands where the member has not filled in yet. */
const gap = '…';

/**
 * What the importer will read, as far as it is filled in: the very words and times of the letter. Undefined for an
 * ending that has no words (none is known today; the page then shows no preview rather than nothing at all).
 */
export function previewOf(
  { type, locale, answers }: Pick<CasePage, 'type' | 'locale' | 'answers'>,
  ending: Ending,
  facts: BrokerFacts,
): Preview | undefined {
  const language = isLocale(locale) ? locale : 'en';
  const all = wordsFor(language, type, ending);
  if (!all) return undefined;
  const { acceptedAt } = ending.values;
  const newEmail = answers.find(({ name }) => name === 'newEmail')?.value;
  const { powerOfAttorneyLink, timeZone, ...rest } = facts;
  const fills: Readonly<Record<string, string>> = {
    ...rest,
    ...(powerOfAttorneyLink !== undefined && { powerOfAttorneyLink }),
    ...(newEmail !== undefined && { newEmail }),
    ...ending.values,
    ...(isTime(acceptedAt) && { acceptedAt: when(acceptedAt, language, timeZone) }),
  };
  const filled = (text: string) => text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => fills[name] || gap);
  const { title, text, next } = outcomeWordsFor(all, fills);
  const texts = outcomeTexts(language, type);
  const names = toldNames(ending).map(({ place, name, kind }) => {
    const label = texts[`${ending.code}.${place}`] ?? '';
    return { label: kind === undefined ? label : `${label} (${kind})`, name };
  });
  return { title: filled(title), text: filled(text), next: next.map(filled), names };
}

const isTime = (text: string | undefined): text is string => !Number.isNaN(Date.parse(text ?? ''));

function wordsFor(...of: Parameters<typeof outcomeWords>): OutcomeWords | undefined {
  try {
    return outcomeWords(...of);
  } catch {
    return undefined;
  }
}
