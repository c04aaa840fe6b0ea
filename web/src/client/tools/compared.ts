import { differencesOf } from '#domain/company-name/differences.ts';
import type { Difference } from '#domain/company-name/differences.ts';
import { letterByLetter } from '#domain/company-name/letter-by-letter.ts';
import type { Piece } from '#domain/company-name/letter-by-letter.ts';
import { said, signsOf } from '#domain/company-name/signs.ts';
import { nameVerdict } from '#domain/company-name/verdict.ts';
import type { NameVerdict } from '#domain/company-name/verdict.ts';
import { made } from '../elements.ts';
import { listed, paragraph } from './result.ts';
import type { Tone } from './result.ts';
import { locale, word } from './words.ts';

const grave: readonly NameVerdict[] = ['entity-form', 'homoglyph', 'different'];

/** Words as they are, in quotes; a sign with its name, and by its name alone where the sign itself cannot be told by eye. */
function named(text: string): string {
  if (/^[a-z\d]+( [a-z\d]+)*$/i.test(text)) return word('quoted', { text });
  const name = said(text, locale);
  return /^[!-~]+$/.test(text) ? word('named', { text, name }) : name;
}

const differenceWords = ({ kind, typed, onFile, after }: Difference): string =>
  word(kind, {
    typed: named(typed),
    onFile: named(onFile),
    after: after === '' ? word('start') : word('after', { word: word('quoted', { text: after }) }),
  });

function drawn(text: string): HTMLElement {
  const row = made('span', { className: 'signs' });
  // Only a space needs a look of its own; `mark` is the name of the broker's sign.
  const lookOf = (kind: string) => (kind === 'space' ? kind : '');
  row.append(...signsOf(text).map(({ shown, kind }) => made('span', { textContent: shown, className: lookOf(kind) })));
  return row;
}

/** Word by word, short enough to go on in the next line of a phone; what differs stands as one while it is short itself. */
const chunksOf = (text: string, whole: number): readonly string[] =>
  text.length <= whole ? [text] : (text.match(/\s*\S{1,10}|\s+/gu) ?? []);

function columns(className: string, typed: string, onFile: string, whole: number): HTMLElement[] {
  const [above, below] = [chunksOf(typed, whole), chunksOf(onFile, whole)];
  const longer = above.length > below.length ? above : below;
  return longer.map((_, nth) => column(className, drawn(above[nth] ?? ''), drawn(below[nth] ?? '')));
}

function column(className: string, above: Node, below: Node): HTMLElement {
  const piece = made('div', { className: `piece ${className}` });
  piece.append(above, below);
  return piece;
}

/** Both names, one above the other, for eyes: the list of differences says the same to everybody. */
function picture(pieces: readonly Piece[]): HTMLElement {
  const aligned = made('div', { className: 'aligned' });
  aligned.setAttribute('aria-hidden', 'true');
  let last = column('rows', made('span', { textContent: word('you') }), made('span', { textContent: word('file') }));
  aligned.append(last);
  // A word stays in one line where it can: a new one begins with a space.
  const put = (className: string, typed: string, onFile: string, whole: number) => {
    for (const one of columns(className, typed, onFile, whole)) {
      if (last.className !== 'word' || one.querySelector('.space:first-child'))
        aligned.append((last = made('div', { className: 'word' })));
      last.append(one);
    }
  };
  for (const [index, { kind, typed, onFile }] of pieces.entries()) {
    const next = pieces[index + 1];
    // What was typed stands above what is on file in its place.
    if (kind === 'only-typed' && next?.kind === 'only-on-file') {
      put('only-typed only-on-file', typed, next.onFile, 12);
    } else if (kind !== 'only-on-file' || pieces[index - 1]?.kind !== 'only-typed') {
      put(kind, typed, onFile, typed && onFile ? 0 : 12);
    }
  }
  return aligned;
}

/** Two names in words and in a picture. Of two that have nothing in common there is nothing to list. */
export function comparisonOf(
  typed: string,
  papers: string,
): { readonly tone: Tone; readonly verdict: NameVerdict; readonly parts: HTMLElement[] } {
  const pieces = letterByLetter(typed, papers);
  const verdict = nameVerdict(typed, papers, pieces);
  const has = (wanted: Piece['kind']) => pieces.some(({ kind }) => kind === wanted);
  const differences = has('same') || has('case') ? differencesOf(pieces).map(differenceWords) : [];
  const also = has('case') && verdict !== 'same-ignoring-case' ? [word('case')] : [];
  return {
    tone: verdict === 'same' ? 'good' : grave.includes(verdict) ? 'wrong' : 'warn',
    verdict,
    parts: [paragraph(word(verdict)), picture(pieces), ...listed([...differences, ...also])],
  };
}
