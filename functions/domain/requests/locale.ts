/** Languages that every text of the importer's side exists in, as BCP 47 tags (docs/languages.md). What does not compile lacks a text. */
export const locales = ['en', 'es', 'zh-Hans'] as const;
export type Locale = (typeof locales)[number];

/** Each language's name in itself: who looks for it reads no other. */
export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español', 'zh-Hans': '简体中文' };

/** What stands between the parts of a list that may hold commas. */
export const between: Record<Locale, string> = { en: '; ', es: '; ', 'zh-Hans': '；' };

/** Sentences one after the other: Chinese has its room in the full stop. */
export const inARow = (locale: Locale, ...sentences: readonly string[]): string =>
  sentences.join(locale === 'zh-Hans' ? '' : ' ');

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);
