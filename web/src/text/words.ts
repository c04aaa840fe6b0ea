import { isLocale, locales } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import zhHans from './zh-Hans.json' with { type: 'json' };

export type Words = typeof en;

/** The site's own words. A language that lacks one does not compile. */
const words: Record<Locale, Words> = { en, es, 'zh-Hans': zhHans };

export const wordsOf = (locale: Locale): Words => words[locale];

/** The words that travel to the browser with the form: those that its script fills in. */
export const scriptWords = (locale: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words[locale]).flatMap(([key, text]) => (key.startsWith('js.') ? [[key.slice(3), text]] : [])),
  );

/** Pages below `/[lang]/`, one for each language the broker offers. */
export const languagePaths = (languages: readonly string[]) =>
  languages.filter(isLocale).map((lang) => ({ params: { lang }, props: { locale: lang } }));

export { fill } from '#domain/broker/words.ts';
export { locales };
export type { Locale };
