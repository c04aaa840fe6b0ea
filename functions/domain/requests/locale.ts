/** Languages that every text of the importer's side exists in. A language is added here when all its texts are. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);
