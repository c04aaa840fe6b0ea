import { describe, expect, it } from 'vitest';
import { contrast, readable } from '#domain/brand/colour.ts';
import { darkPalette, lightPalette } from '../../web/src/brand/palette.ts';
import { colourNotes } from '../../web/src/brand/notes.ts';
import type { Palette } from '../../web/src/brand/palette.ts';

describe('the broker’s colours', () => {
  const pairs: readonly (readonly [keyof Palette, keyof Palette, number])[] = [
    ['ink', 'paper', 7],
    ['ink', 'card', 7],
    ['soft', 'paper', 4.5],
    ['soft', 'card', 4.5],
    ['soft', 'tint', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'card', 4.5],
    ['accent', 'tint', 4.5],
    ['on-accent', 'accent', 4.5],
    ['bad', 'bad-tint', 4.5],
    ['bad', 'card', 4.5],
    ['edge', 'card', 3],
  ];

  it.each(['#0b5c63', '#ffff00', '#ffffff', '#000000', '#ff0000', '#7fd1d6', '#808080', '#1a1a80'])(
    '%s stays readable, in light and dark',
    (colour) => {
      const colours = { accent: colour, accentDark: colour };
      for (const palette of [lightPalette(colours), darkPalette(colours)]) {
        for (const [front, ground, ratio] of pairs) {
          expect(contrast(palette[front], palette[ground]), `${front} on ${ground}`).toBeGreaterThanOrEqual(ratio);
        }
      }
    },
  );

  it('are named by the build when another one is used in their place, and only then', () => {
    expect(colourNotes({ accent: '#0b5c63', accentDark: '#7fd1d6' })).toEqual([]);
    const [day = '', ...others] = colourNotes({ accent: '#ffcc00', accentDark: '#7fd1d6' });
    expect(others).toEqual([]);
    expect(day).toMatch(
      /^broker\.config\.ts: colours\.accent "#ffcc00" has a contrast of 1\.\d to 1; .* use "#[0-9a-f]{6}"/,
    );
    expect(day).toContain(lightPalette({ accent: '#ffcc00', accentDark: '#7fd1d6' }).accent);
  });

  it('are not touched when they can be read as they are', () => {
    expect(readable('#0b5c63', '#ffffff', 4.5)).toBe('#0b5c63');
    expect(() => readable('teal', '#ffffff', 4.5)).toThrow(/is not a colour/);
  });
});
