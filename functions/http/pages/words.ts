import type { Locale } from '#domain/requests/locale.ts';
import en from './text/en.json' with { type: 'json' };
import es from './text/es.json' with { type: 'json' };
import zhHans from './text/zh-Hans.json' with { type: 'json' };

export type PageWords = typeof en;

/** The words of the pages that doors render. A language that lacks one does not compile. */
const words: Record<Locale, PageWords> = { en, es, 'zh-Hans': zhHans };

export const pageWords = (locale: Locale): PageWords => words[locale];
