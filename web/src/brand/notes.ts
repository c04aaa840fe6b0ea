import type { Broker } from '#domain/broker/broker.ts';
import { contrast } from '#domain/brand/colour.ts';
import { darkPalette, lightPalette } from './palette.ts';

/** WCAG 2.2, 1.4.3. */
const LEAST = 4.5;

/**
 * What the build says of a broker's colours that could not be read as they are: the contrast they have, and the nearest
 * colour that is used in their place. Nothing when all is well.
 */
export function colourNotes(colours: Broker['colours']): string[] {
  const used = { accent: lightPalette(colours), accentDark: darkPalette(colours) };
  return (['accent', 'accentDark'] as const).flatMap((name) => {
    const chosen = colours[name];
    const { tint, accent } = used[name];
    const has = contrast(chosen, tint);
    if (has >= LEAST) return [];
    return [
      `broker.config.ts: colours.${name} "${chosen}" has a contrast of ${has.toFixed(1)} to 1; to be read it needs ${String(LEAST)} to 1. Pages and letters use "${accent}", the nearest that can be read.`,
    ];
  });
}
