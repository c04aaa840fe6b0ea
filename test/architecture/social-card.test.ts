import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { brokerTagline } from '#domain/broker/words.ts';
import { locales } from '#domain/requests/locale.ts';
import { cardAlt, cardSize } from '../../web/src/brand/card.ts';
import { lightPalette } from '../../web/src/brand/palette.ts';
import { broken, canDraw, drawn } from '../../web/src/build/drawn-text.ts';
import { cardSvg, cardWords } from '../../web/src/build/social-card.ts';
import { cardBytes } from '../bench/budgets.ts';
import { attribute, dist, plain, publicBuilt } from './built-pages.ts';

const file = join(dist, 'en/card.png');
const at = (path: string) => `https://${broker.siteDomain}${path}`;
const shown = publicBuilt.filter(({ html }) => attribute(html, 'link rel="canonical"', 'href') !== undefined);
const property = (html: string, name: string) => attribute(html, `meta property="${name}"`, 'content');

describe('the card of a link', () => {
  it('is a small PNG of the size that every network takes', async () => {
    const { format, width, height } = await sharp(file).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 });
    expect(readFileSync(file).length).toBeLessThanOrEqual(cardBytes);
  });

  it('has the broker’s colours', async () => {
    const { accent, paper } = lightPalette(broker.colours);
    const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const colourAt = (x: number, y: number) =>
      `#${[...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    expect([colourAt(10, 300), colourAt(1190, 620)]).toEqual([accent, paper]);
  });

  it('has all its words within its borders, with room around them', async () => {
    const { paper } = lightPalette(broker.colours);
    const right = { left: 28, top: 0, width: cardSize.width - 28, height: cardSize.height };
    const beside = await sharp(file).extract(right).png().toBuffer();
    const { info } = await sharp(beside)
      .trim({ background: paper, threshold: 20 })
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBeGreaterThan(600);
    expect(info.width).toBeLessThanOrEqual(right.width - 2 * 60);
    expect(info.height).toBeLessThanOrEqual(right.height - 2 * 40);
    expect(info.height).toBeGreaterThan(400);
  });

  it('says who we are, that we are not CBP, and what we do', () => {
    const { name, tagline, promise } = cardWords('en');
    expect([name, tagline]).toEqual([broker.name, brokerTagline('en')]);
    expect(promise).not.toBe('');
    for (const said of [name, tagline]) expect(cardAlt('en')).toContain(said);
  });

  it('holds outlines, so that no font of any machine shows', () => {
    expect(cardSvg('en')).not.toMatch(/<text|font|href|url\(/);
  });
});

describe('what can be drawn', () => {
  it.each(['Harbor & Pine', 'Müller Łódź, S.A. de C.V.', '¿Qué dice CBP? “No”', 'CBP’s'])('is %s', (text) => {
    expect(canDraw(text)).toBe(true);
    expect(drawn(text, 40, 700).width).toBeGreaterThan(40);
  });

  it.each(['海港报关行', 'Harbor 港'])('is not %s: the card then says it in English', (text) => {
    expect(canDraw(text)).toBe(false);
  });

  it('breaks between words, where a line is full', () => {
    const lines = broken('one two three four five', 40, 400, drawn('one two three', 40, 400).width);
    expect(lines).toEqual(['one two three', 'four five']);
    expect(broken('incomprehensibilities', 40, 400, 10)).toEqual(['incomprehensibilities']);
  });
});

describe('every page that has an address of its own', () => {
  it.each(shown)('$page says how a link to it looks', ({ page, html }) => {
    const language = locales.find((locale) => page.startsWith(`/${locale}/`)) ?? 'en';
    const head = (tag: string, name: string) => attribute(html, tag, name);
    expect(property(html, 'og:url')).toBe(head('link rel="canonical"', 'href'));
    expect(plain(/<title>([^<]*)/.exec(html)?.[1] ?? '')).toBe(`${property(html, 'og:title') ?? ''} – ${broker.name}`);
    expect(property(html, 'og:description')).toBe(head('meta name="description"', 'content'));
    expect(property(html, 'og:image')).toBe(at(`/${language}/card.png`));
    expect(property(html, 'og:image:alt')).toBe(cardAlt(language));
    expect(head('meta name="twitter:card"', 'content')).toBe('summary_large_image');
  });

  it('are nearly all; no other has a card', () => {
    expect(shown.length).toBeGreaterThan(50);
    for (const { html } of publicBuilt.filter((built) => !shown.includes(built))) expect(html).not.toContain('og:');
  });
});
