import { isLocale } from '#domain/requests/locale.ts';
import { isMoment, when } from '#domain/when.ts';
import type { CasePage } from '#domain/desk/case-page.ts';
import { outcomeTexts, outcomeWords, outcomeWordsFor } from '#domain/requests/outcome-texts.ts';
import type { OutcomeWords } from '#domain/requests/outcome-texts.ts';
import { toldNames, toldNumbers, toldSteps } from '#domain/requests/told-names.ts';
import type { ToldName } from '#domain/requests/told-names.ts';

/** What a broker's configuration fills into words for an importer. */
export type BrokerFacts = {
  readonly broker: string;
  readonly phone: string;
  readonly powerOfAttorneyLink?: string | undefined;
  readonly timeZone: string;
};

/** An outcome in the importer's words; `names` are those to type, each with what to do with it. */
export type Preview = OutcomeWords & {
  readonly names: readonly PreviewName[];
  /** Of several numbers, each with its names or with words in their place. */
  readonly numbers: readonly {
    readonly number: string;
    readonly text?: string;
    readonly names: readonly PreviewName[];
  }[];
};

type PreviewName = { readonly label: string; readonly name: string };

type Ending = { readonly code: string; readonly values: Readonly<Record<string, string>> };

/** Stands where the member has not filled in yet. */
const gap = '…';

/**
 * What the importer will read, as far as it is filled in: the very words and times of the letter. Undefined for an
 * ending that has no words (none is known today; the page then shows no preview rather than nothing at all).
 */
export function previewOf(
  { type, locale, answers, importer, more }: Pick<CasePage, 'type' | 'locale' | 'answers' | 'importer' | 'more'>,
  ending: Ending,
  facts: BrokerFacts,
): Preview | undefined {
  const language = isLocale(locale) ? locale : 'en';
  const all = wordsFor(language, type, ending);
  if (!all) return undefined;
  const newEmail = answers.find(({ name }) => name === 'newEmail')?.value;
  const { powerOfAttorneyLink, timeZone, ...rest } = facts;
  const fills: Readonly<Record<string, string>> = {
    ...rest,
    ...(powerOfAttorneyLink !== undefined && { powerOfAttorneyLink }),
    ...(newEmail !== undefined && { newEmail }),
    ...Object.fromEntries(
      Object.entries(ending.values).map(([name, said]) => [
        name,
        isMoment(said) ? when(said, language, timeZone) : said,
      ]),
    ),
  };
  const filled = (text: string) => text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => fills[name] || gap);
  const { title, text, next } = outcomeWordsFor(all, fills);
  const texts = outcomeTexts(language, type);
  const named = ({ place, name, kind }: ToldName): PreviewName => {
    const label = texts[`${ending.code}.${place}`] ?? '';
    return { label: kind === undefined ? label : `${label} (${kind})`, name };
  };
  const numbers = toldNumbers(ending).map(({ nth, result, names }) => ({
    number: (nth === 1 ? importer : more.find(({ name }) => name.endsWith(String(nth))))?.masked ?? gap,
    ...(names.length === 0 && { text: texts[`${ending.code}.${result}`] ?? gap }),
    names: names.map(named),
  }));
  const steps = [...toldSteps(ending), ...next.map(filled)];
  return { title: filled(title), text: filled(text), next: steps, names: toldNames(ending).map(named), numbers };
}

function wordsFor(...of: Parameters<typeof outcomeWords>): OutcomeWords | undefined {
  try {
    return outcomeWords(...of);
  } catch {
    return undefined;
  }
}
