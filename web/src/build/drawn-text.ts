import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import type { Font, Glyph } from 'fontkitten';

/** Text as outlines: a picture of it needs no font, and is the same whatever fonts the machine has that builds it. */
export type Weight = 400 | 700;
export type Drawn = { readonly path: string; readonly width: number };

/** Latin, and what else Europe writes: each file has its own signs. */
function fontsOf(weight: Weight): readonly Font[] {
  return ['latin', 'latin-ext'].map((signs) => {
    const file = `@fontsource/figtree/files/figtree-${signs}-${weight}-normal.woff2`;
    const font = create(readFileSync(createRequire(import.meta.url).resolve(file)));
    if (font.isCollection) throw new Error(`${file} is more than one font`);
    return font;
  });
}

const fonts: Readonly<Record<Weight, readonly Font[]>> = { 400: fontsOf(400), 700: fontsOf(700) };

function glyphOf(sign: string, weight: Weight): { readonly font: Font; readonly glyph: Glyph } | undefined {
  const point = sign.codePointAt(0) ?? 0;
  const font = fonts[weight].find((one) => one.hasGlyphForCodePoint(point));
  return font && { font, glyph: font.glyphForCodePoint(point) };
}

/** Whether the font has every sign of a text. It has no Chinese: a font that does is a hundred times larger. */
export const canDraw = (text: string): boolean => Array.from(text).every((sign) => glyphOf(sign, 400) !== undefined);

/** One line, `size` pixels high, its left end at 0 and its foot at 0. A sign that the font lacks is left out. */
export function drawn(text: string, size: number, weight: Weight): Drawn {
  let width = 0;
  let path = '';
  for (const sign of text) {
    const found = glyphOf(sign, weight);
    if (!found) continue;
    const scale = size / found.font.unitsPerEm;
    path += found.glyph.path.scale(scale, -scale).translate(width, 0).toSVG();
    width += found.glyph.advanceWidth * scale;
  }
  return { path, width };
}

/** The lines that a text breaks into, none wider than `most` unless one word is. */
export function broken(text: string, size: number, weight: Weight, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && drawn(longer, size, weight).width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
