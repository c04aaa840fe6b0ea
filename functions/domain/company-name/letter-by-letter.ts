import { align } from './align.ts';

/** A stretch of the comparison. The `typed` parts of all pieces are the typed name, the `onFile` parts the one on file. */
export interface Piece {
  /** `case`: the same letters, small on one side. The two `only-…` kinds hold nothing on the other side. */
  readonly kind: 'same' | 'only-typed' | 'only-on-file' | 'case';
  readonly typed: string;
  readonly onFile: string;
}

type Signs = readonly string[];

/** Words at least as much alike are one word with a slip: IMPORT and IMPORTS. */
const sameWord = 0.8;
/** Stretches more alike than this are compared sign by sign; in others a stray letter in common would only confuse. */
const likely = 0.5;

const sameButCase = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();
const isWord = (token: string) => /^[\p{L}\p{M}\p{N}]/u.test(token);
/** Words, and every other sign by itself. */
const tokensOf = (text: string): Signs => text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]/gu) ?? [];
const signsOf = (tokens: Signs): Signs => Array.from(tokens.join(''));

const alignSigns = (typed: Signs, onFile: Signs) =>
  align(typed, onFile, (a, b) => (a === b ? 5 : sameButCase(a, b) ? 4 : 0));

/** How much of two stretches is alike, 0 to 1: signs in common to signs in all. */
function likeness(typed: Signs, onFile: Signs): number {
  const all = typed.length + onFile.length;
  const most = (2 * Math.min(typed.length, onFile.length)) / all;
  return most > likely ? (2 * alignSigns(typed, onFile).length) / all : 0;
}

/** Only words hold a comparison together: a space alone would pair words that have nothing to do with each other. */
function weighWords(typed: string, onFile: string): number {
  if (!isWord(typed) || !isWord(onFile)) return 0;
  if (typed === onFile) return 4 * typed.length;
  if (sameButCase(typed, onFile)) return 3 * typed.length;
  const alike = likeness(Array.from(typed), Array.from(onFile));
  return alike >= sameWord ? 2 * alike * Math.min(typed.length, onFile.length) : 0;
}

const both = (typed: string, onFile: string): Piece => ({ kind: typed === onFile ? 'same' : 'case', typed, onFile });
const apart = (typed: Signs, onFile: Signs): Piece[] => [
  { kind: 'only-typed', typed: typed.join(''), onFile: '' },
  { kind: 'only-on-file', typed: '', onFile: onFile.join('') },
];

/** The pieces between and at the pairs, in order. */
function piecesAt(
  typed: Signs,
  onFile: Signs,
  pairs: readonly (readonly [number, number])[],
  between: (typed: Signs, onFile: Signs) => Piece[],
  paired: (typed: string, onFile: string) => Piece[],
): Piece[] {
  let [nextTyped, nextOnFile] = [0, 0];
  const pieces: Piece[] = [];
  for (const [i, j] of [...pairs, [typed.length, onFile.length] as const]) {
    pieces.push(...between(typed.slice(nextTyped, i), onFile.slice(nextOnFile, j)));
    pieces.push(...paired(typed[i] ?? '', onFile[j] ?? ''));
    [nextTyped, nextOnFile] = [i + 1, j + 1];
  }
  return pieces;
}

const bySigns = (typed: Signs, onFile: Signs): Piece[] =>
  piecesAt(typed, onFile, alignSigns(typed, onFile), apart, (a, b) => [both(a, b)]);

/** What lies between two words in common: what touches them on both sides is common too; the rest is alike, or replaced. */
function betweenWords(typed: Signs, onFile: Signs): Piece[] {
  const shorter = Math.min(typed.length, onFile.length);
  let [head, tail] = [0, 0];
  while (head < shorter && typed[head] === onFile[head]) head++;
  while (tail < shorter - head && typed.at(-1 - tail) === onFile.at(-1 - tail)) tail++;
  const middle = (tokens: Signs) => signsOf(tokens.slice(head, tokens.length - tail));
  const [a, b] = [middle(typed), middle(onFile)];
  const ends = (tokens: Signs) => tokens.join('');
  return [
    both(ends(typed.slice(0, head)), ends(onFile.slice(0, head))),
    ...(likeness(a, b) > likely ? bySigns(a, b) : apart(a, b)),
    both(ends(typed.slice(typed.length - tail)), ends(onFile.slice(onFile.length - tail))),
  ];
}

/** Neighbours of one kind as one piece, empty ones gone, what was typed before what is on file in its place. */
function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  for (const { kind, typed, onFile } of pieces) {
    if (typed === '' && onFile === '') continue;
    const at = kind === 'only-typed' && list.at(-1)?.kind === 'only-on-file' && list.at(-2)?.kind === kind ? -2 : -1;
    const last = list.at(at);
    if (last?.kind !== kind) list.push({ kind, typed, onFile });
    else list.splice(at, 1, { kind, typed: last.typed + typed, onFile: last.onFile + onFile });
  }
  return list;
}

/**
 * Two names beside each other, sign by sign: whole words where they are the same, a slip within a word by its letters,
 * a word that was replaced as a whole. Nothing is folded: accents, spaces and look-alikes differ. The same names always
 * give the same pieces. Meant for names of 100 characters; works for longer ones at length × length.
 */
export function letterByLetter(typed: string, onFile: string): Piece[] {
  const [a, b] = [tokensOf(typed), tokensOf(onFile)];
  const words = align(a, b, weighWords);
  return joined(
    piecesAt(a, b, words, betweenWords, (x, y) =>
      sameButCase(x, y) ? [both(x, y)] : bySigns(Array.from(x), Array.from(y)),
    ),
  );
}
