import { alphabet } from '#domain/company-name/alphabet.ts';

/** A reference as it is said over the phone: `Hotel 7 Kilo 2 Mike dash 9 Quebec …`. Digits stay digits. */
export const spell = (reference: string, dash: string): string =>
  Array.from(reference, (letter) =>
    letter === '-' ? dash : (alphabet.find((word) => word.startsWith(letter)) ?? letter),
  ).join(' ');
