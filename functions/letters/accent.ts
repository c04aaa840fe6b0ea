import type { Accent } from './look.ts';

/** The configuration's own colour, if it is one: anything else in a style sheet could be more than a colour. */
const colour = (text: string, otherwise: string): string => (/^#([0-9a-f]{3}){1,2}$/i.test(text) ? text : otherwise);

/** A colour of the broker's, and the words' colour on it: white where that can be read (4.5 to 1, WCAG 2.2, 1.4.3), else black. */
export function accentOf(text: string, otherwise: string): Accent {
  const found = colour(text, otherwise);
  return { colour: found, words: 1.05 / (luminance(found) + 0.05) >= 4.5 ? '#ffffff' : '#000000' };
}

/** Relative luminance, 0 to 1 (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number(`0x${digits.slice(at, at + 2)}`) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
