import sharp from 'sharp';
import { broker } from '../../../broker.config.ts';
import { brokerTagline } from '#domain/broker/words.ts';
import { cardSize } from '../brand/card.ts';
import { lightPalette } from '../brand/palette.ts';
import { wordsOf, type Locale } from '../text/words.ts';
import { broken, canDraw, drawn } from './drawn-text.ts';
import type { Weight } from './drawn-text.ts';

const left = 96;
const most = cardSize.width - 2 * left;
const markSize = 88;

type Said = { readonly name: string; readonly tagline: string; readonly promise: string };

/** What the card says in a language; in English where the font lacks that language's signs. A name that cannot be drawn is the site's. */
export function cardWords(locale: Locale): Said {
  const own = { tagline: brokerTagline(locale), promise: wordsOf(locale)['card.promise'] };
  const english = { tagline: brokerTagline('en'), promise: wordsOf('en')['card.promise'] };
  const name = canDraw(broker.name) ? broker.name : broker.siteDomain;
  return { name, ...(canDraw(own.tagline + own.promise) ? own : english) };
}

type Line = { readonly text: string; readonly at: readonly [number, number]; readonly size: number };

function line({ text, at: [x, y], size }: Line, weight: Weight, colour: string): string {
  return `<path transform="translate(${x} ${y})" fill="${colour}" d="${drawn(text, size, weight).path}"/>`;
}

/** The size at which a text fits into a width: as wished, or smaller. */
const fitting = (text: string, wished: number, weight: Weight, width: number): number =>
  Math.min(wished, (wished * width) / drawn(text, wished, weight).width);

/** The largest size at which the promise takes three lines or fewer, each within the card. */
function promiseLines(text: string): Line[] {
  for (let size = 78; size > 40; size -= 2) {
    const lines = broken(text, size, 700, most);
    const fits = lines.length <= 3 && lines.every((one) => drawn(one, size, 700).width <= most);
    if (fits) return lines.map((one, nth) => ({ text: one, at: [left, 310 + nth * size * 1.18], size }));
  }
  throw new Error(`card.promise is too long for its card: ${text}`);
}

export function cardSvg(locale: Locale): string {
  const { name, tagline, promise } = cardWords(locale);
  const colours = lightPalette(broker.colours);
  // A logo has a shape that we do not know; the name stands for it.
  const beside = broker.logo === undefined ? left + markSize + 28 : left;
  const room = cardSize.width - left - beside;
  const mark = `<g transform="translate(${left} 84) scale(${markSize / 40})"><rect width="40" height="40" rx="10" fill="${colours.accent}"/><path d="M9 28.5h22M9 20h15M9 11.5h8" stroke="${colours['on-accent']}" stroke-width="4.5" stroke-linecap="round"/></g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/><rect width="28" height="100%" fill="${colours.accent}"/>`,
    broker.logo === undefined ? mark : '',
    line({ text: name, at: [beside, 124], size: fitting(name, 46, 700, room) }, 700, colours.ink),
    line({ text: tagline, at: [beside, 166], size: fitting(tagline, 32, 400, room) }, 400, colours.soft),
    ...promiseLines(promise).map((one) => line(one, 700, colours.ink)),
    line(
      { text: broker.siteDomain, at: [left, 566], size: fitting(broker.siteDomain, 34, 700, most) },
      700,
      colours.accent,
    ),
    '</svg>',
  ].join('');
}

/** As PNG, which every network reads; few colours, so that it is small. */
export const socialCard = (locale: Locale): Promise<Buffer> =>
  sharp(Buffer.from(cardSvg(locale)))
    .png({ palette: true, compressionLevel: 9, effort: 10 })
    .toBuffer();
