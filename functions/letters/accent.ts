import { contrast, readable } from '#domain/brand/colour.ts';
import type { Accent } from './look.ts';

/** The configuration's own colour, if it is one: anything else in a style sheet could be more than a colour. */
const colour = (text: string, otherwise: string): string => (/^#[0-9a-f]{6}$/i.test(text) ? text : otherwise);

/**
 * A colour of the broker's, moved only as far as it must be to be read on the letter's paper (4.5 to 1, WCAG 2.2, 1.4.3), and
 * the words' colour on it: white where that can be read, else black.
 */
export function accentOf(text: string, otherwise: string, paper: string): Accent {
  const found = readable(colour(text, otherwise), paper, 4.5);
  return { colour: found, words: contrast('#ffffff', found) >= 4.5 ? '#ffffff' : '#000000' };
}
