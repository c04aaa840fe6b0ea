import { fill } from '../broker/words.ts';
import type { Locale } from '../requests/locale.ts';
import { alphabet } from './alphabet.ts';
import { signName, smallLetter } from './sign-names.ts';

/** One sign of a name, and how it is said over the phone. */
export interface SpelledLetter {
  readonly letter: string;
  readonly word: string;
}

/**
 * A name for a phone call, sign by sign: letters by the ICAO alphabet (small ones said to be small), digits, spaces and
 * every printable ASCII sign by name. A sign outside ASCII is `another sign`: it has no word that both ends know.
 */
export const spelled = (name: string, locale: Locale = 'en'): SpelledLetter[] =>
  Array.from(name, (letter) => ({ letter, word: wordFor(letter, locale) }));

function wordFor(letter: string, locale: Locale): string {
  if (!/^[a-z]$/i.test(letter)) return signName(letter, locale);
  const word = alphabet.find((known) => known.startsWith(letter.toUpperCase())) ?? letter;
  return letter === letter.toUpperCase() ? word : fill(smallLetter(locale), { word });
}
