/**
 * HTML made by a tagged template that escapes everything but what it made itself. The
 * letters and the pages of the doors are made with it.
 */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Piece = string | Html | readonly Html[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

function sourceOf(piece: Piece): string {
  if (piece instanceof Html) return piece.source;
  return typeof piece === 'string' ? escaped(piece) : piece.map(({ source }) => source).join('');
}

export const html = (literals: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(literals.reduce((made, literal, place) => made + sourceOf(pieces[place - 1] ?? '') + literal));

/** Source that is ours to the last letter, such as a style sheet. */
export const ours = (source: string): Html => new Html(source);
