import type { Locale } from '#domain/requests/locale.ts';
import en from './text/en.json' with { type: 'json' };

/** The words around guides and answers. A language that lacks one does not compile. */
export type HelpWords = typeof en;
const words: Record<Locale, HelpWords> = { en };
export const helpWords = (locale: Locale): HelpWords => words[locale];
