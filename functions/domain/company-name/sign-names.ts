import type { Locale } from '../requests/locale.ts';
import en from './text/spelling.en.json' with { type: 'json' };
import es from './text/spelling.es.json' with { type: 'json' };
import zhHans from './text/spelling.zh-Hans.json' with { type: 'json' };

type Words = Readonly<Record<string, string>> & { readonly small: string; readonly other: string };
const texts: Record<Locale, Words> = { en, es, 'zh-Hans': zhHans };

/** How a digit, a space or another printable ASCII sign is said; `another sign` for all else. */
export const signName = (sign: string, locale: Locale): string =>
  (/^[ -~]$/.test(sign) && texts[locale][sign]) || texts[locale].other;

/** How a small letter is said, with the place of its word: `small {word}`. */
export const smallLetter = (locale: Locale): string => texts[locale].small;
