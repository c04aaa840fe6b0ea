import type { Broker } from '../../../functions/domain/broker/broker.ts';
import { contrast, mix, readable } from '#domain/brand/colour.ts';

/** Every colour of the site, made from the broker's two: whatever a broker picks stays readable (WCAG AA). */
export type Palette = Readonly<
  Record<
    'paper' | 'card' | 'tint' | 'ink' | 'soft' | 'line' | 'edge' | 'accent' | 'on-accent' | 'bad' | 'bad-tint',
    string
  >
>;

export function lightPalette({ accent: chosen }: Broker['colours']): Palette {
  const card = '#ffffff';
  const paper = mix(card, chosen, 0.045);
  const tint = mix(card, chosen, 0.1);
  const ink = mix('#101416', chosen, 0.1);
  const accent = readable(chosen, tint, 4.6);
  return {
    paper,
    card,
    tint,
    ink,
    soft: readable(mix(ink, card, 0.32), tint, 4.8),
    line: mix(card, ink, 0.15),
    edge: readable(mix(card, ink, 0.5), paper, 3.2),
    accent,
    'on-accent': contrast(card, accent) >= 4.5 ? card : '#000000',
    bad: '#a8201a',
    'bad-tint': '#fdf1f0',
  };
}

export function darkPalette({ accentDark: chosen }: Broker['colours']): Palette {
  const paper = mix('#0d1113', chosen, 0.045);
  const card = mix('#151a1d', chosen, 0.06);
  const tint = mix(card, chosen, 0.1);
  const ink = '#e9eff0';
  const accent = readable(chosen, tint, 4.6);
  return {
    paper,
    card,
    tint,
    ink,
    soft: readable(mix(ink, card, 0.32), tint, 4.8),
    line: mix(card, ink, 0.17),
    edge: readable(mix(card, ink, 0.42), card, 3.2),
    accent,
    'on-accent': contrast(paper, accent) >= 4.5 ? paper : '#ffffff',
    bad: '#ffb0a6',
    'bad-tint': mix(card, '#a8201a', 0.16),
  };
}

const declared = (palette: Palette) =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('');

/** The two palettes as the start of a stylesheet. */
export const paletteCss = (colours: Broker['colours']): string =>
  `:root{${declared(lightPalette(colours))}}` +
  `@media (prefers-color-scheme:dark){:root{${declared(darkPalette(colours))}}}`;
