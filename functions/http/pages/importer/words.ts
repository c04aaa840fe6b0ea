import { fill } from '#domain/broker/words.ts';
import type { Ending } from '#domain/importer-number/show.ts';
import type { Locale } from '#domain/requests/locale.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

export type ImporterWords = typeof en;

/** The words of the importer's pages, apart from those of all doors: the public door carries none of these. */
const words: Record<Locale, ImporterWords> = { en, es, 'zh-Hans': zhHans };

export const importerWords = (locale: Locale): ImporterWords => words[locale];

/** The number as anyone on the case may see it: `EIN ending 4567, suffix AB`. */
export function numberWords({ locale }: { readonly locale: Locale }, { kind, lastFour, suffix }: Ending): string {
  const words = importerWords(locale);
  const ending = fill(words[`number.${kind}`], { lastFour });
  return suffix === undefined ? ending : ending + fill(words['number.suffix'], { suffix });
}
