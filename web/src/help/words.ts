import type { Locale } from '#domain/requests/locale.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

/** The words around guides and answers. A language that lacks one does not compile. */
export type HelpWords = typeof en;
const words: Record<Locale, HelpWords> = { en, es, 'zh-Hans': zhHans };
export const helpWords = (locale: Locale): HelpWords => words[locale];
