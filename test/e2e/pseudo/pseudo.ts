/**
 * The pseudo-locale: English that shows it came from a text file. Every text is set in brackets and its vowels are doubled,
 * which makes it some 40 % longer, as German or Spanish would. What stands on a page without brackets was forgotten in the
 * code; what runs out of its box will do so in a language to come.
 */
const open = '⟦';
const close = '⟧';
const vowels: Readonly<Record<string, string>> = { a: 'áà', e: 'éè', i: 'íì', o: 'óò', u: 'úù' };

/** What is filled in, addresses, and the names of keys stay as they are. */
const kept = /(\{\w+\}|https?:\/\/\S+|[\w.-]+@[\w.-]+\w|\/en\/\S*)/;

const said = (piece: string): string =>
  piece.replace(/[aeiou]/gi, (letter) => {
    const doubled = vowels[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? doubled : doubled.toUpperCase();
  });

/** Each line by itself: the lines of a `next` are steps. */
export const pseudo = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const pieces = line.split(kept).map((piece, at) => (at % 2 === 0 ? said(piece) : piece));
      return line.trim() === '' ? line : `${open}${pieces.join('')}${close}`;
    })
    .join('\n');

/** A text file with every text in it so. */
export const pseudoJson = (json: string): string =>
  JSON.stringify(JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? pseudo(value) : value)));

/** Text files of the importer's side in English; what the team and the operator read is left alone. */
export const isText = (file: string): boolean =>
  /[./]en\.json$/.test(file) && !/\/(desk|abi|risk|exports|insights)\//.test(file) && !/\/infra\//.test(file);

/** What is left of a page's text when all that stands in brackets is taken out, however deep. */
export function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const sign of text) {
    if (sign === open) depth += 1;
    if (depth === 0) left += sign;
    if (sign === close) depth -= 1;
  }
  return left;
}
