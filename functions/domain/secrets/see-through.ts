/** A text as its reader sees it, and from where in the given text each character comes. */
export type Seen = { readonly text: string; readonly at: (index: number) => number };

/**
 * The text with what only looks different made the same: digits of any script, dashes, spaces, full-width forms, letters
 * without their accents; marks that cannot be seen are gone. A digit cannot hide behind any of these.
 */
export function seeThrough(given: string): Seen {
  // Most texts are plain ASCII, which needs none of the slow patterns.
  if (/^[\t-\r -~]*$/.test(given)) return { text: given, at: (index) => index };
  const places: number[] = [];
  let text = '';
  let here = 0;
  for (const char of given) {
    text += plain(char);
    while (places.length < text.length) places.push(here);
    here += char.length;
  }
  return { text, at: (index) => places[index] ?? given.length };
}

function plain(char: string): string {
  if (/[\p{Pd}\u2043\u2212\u30fc\uff70]/u.test(char)) return '-';
  if (/[·•‧∙・]/.test(char)) return '.';
  if (/[“”„«»]/.test(char)) return '"';
  if (/[^\n\S]/.test(char)) return ' ';
  const bare = char.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
  return bare.replace(/[^\0-\x7f]/gu, (one) => (isDigit(one.codePointAt(0)) ? valueOf(one) : one));
}

const isDigit = (code = 0): boolean => /\p{Nd}/u.test(String.fromCodePoint(code));

/** The digits of a script stand in a row, from its zero on. */
function valueOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (isDigit(code - value - 1)) value += 1;
  return String(value % 10);
}
