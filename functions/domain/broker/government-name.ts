const ofTheGovernment = /^(us)?(cbp|dhs)s?$/;
const spelledOut = /customs(and|n)?borders?protection/;

/**
 * Whether a name could be taken for the government's: CBP, DHS or Customs and Border Protection, however it is written
 * (`C.B.P.`, `CBP_Help`, `CBPs`). A word that merely contains the letters is nobody's but its own.
 */
export function looksLikeGovernment(name: string): boolean {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    // `CBPHelp` and `CBP24` are two words.
    .replace(/(CBP|DHS)(?=\d|[A-Z][a-z])/g, '$1 ')
    .toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u);
  const dotted = plain.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return (
    [...words, ...dotted, ...initials(words)].some((word) => ofTheGovernment.test(word)) ||
    spelledOut.test(words.join(''))
  );
}

/** Single letters in a row are one word: `c b p`. */
const initials = (words: readonly string[]): string[] =>
  words
    .map((word) => (word.length === 1 ? word : ' '))
    .join('')
    .split(' ');
