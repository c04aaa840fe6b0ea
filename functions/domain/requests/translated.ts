import type { Locale } from './locale.ts';

/** A text file in each language. One that lacks a text of the English does not compile. */
export type Translated<English> = Record<Locale, English>;

/** Keys that only the desk reads, which is English: they stand in no other language's file. */
type OfDesk = `${string}.${'name' | 'when' | 'label' | 'hint'}` | `${'secondQualifier' | 'resultN' | 'way'}.${string}`;

/** The same for a file that the desk and the importer share. */
export type PartlyTranslated<English> = { readonly en: English } & Record<
  Locale,
  Record<Exclude<keyof English & string, OfDesk>, string>
>;
