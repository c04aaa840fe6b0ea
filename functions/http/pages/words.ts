import type { Locale } from '#domain/requests/locale.ts';
import en from './text/en.json' with { type: 'json' };

export type PageWords = typeof en;

/** The words of the pages that doors render. A language that lacks one does not compile. */
const words: Record<Locale, PageWords> = { en };

export const pageWords = (locale: Locale): PageWords => words[locale];
