import { text, type Texts } from './texts.ts';

export type Choice = { readonly value: string; readonly label: string };

/** Most importers are in the US or Canada: those two come first, and all others by name. */
const first = ['US', 'CA'];

function countryChoices(codes: readonly string[], locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const byName = new Intl.Collator(locale);
  const rank = (code: string) => (first.includes(code) ? first.indexOf(code) : first.length);
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => rank(a.value) - rank(b.value) || byName.compare(a.label, b.label));
}

/** The answers to choose from, in words: from the texts, or a country's name from the platform. */
export function choicesOf(options: readonly string[], name: string, texts: Texts, locale: string): Choice[] {
  const areCountries = options.every((option) => /^[A-Z]{2}$/.test(option));
  return areCountries
    ? countryChoices(options, locale)
    : options.map((value) => ({ value, label: text(texts, `${name}.${value}`) }));
}
