import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { emailUpdate, nameQuery } from '#test/letters/cases.ts';
import { kinds, letter } from '#test/letters/letters.ts';
import { devices } from './stage.ts';

/** As a mail program shows a letter that knows its style sheet. One that knows none shows the day's. */
describe.each([
  ['day', 'light', 'rgb(242, 244, 243)'],
  ['night', 'dark', 'rgb(15, 21, 21)'],
] as const)('by %s', (_, colorScheme, ground) => {
  const on: { browser?: Browser } = {};
  beforeAll(async () => {
    on.browser = await openBrowser();
  });
  afterAll(() => on.browser?.close());

  it('every letter is read, and no wider than a phone', async () => {
    const page = await on.browser?.newContext({ ...devices.phone, colorScheme }).then((context) => context.newPage());
    if (!page) throw new Error('no browser');
    for (const kind of kinds) {
      const { html } = letter(kind, kind === 'outcome' ? nameQuery() : emailUpdate());
      await page.setContent(html);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBeLessThanOrEqual(390);
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), kind).toBe(ground);
      const { violations, passes } = await new AxeBuilder({ page })
        .setLegacyMode()
        .withRules('color-contrast')
        .analyze();
      expect(violations.flatMap(({ nodes }) => nodes.map((at) => `${kind}: ${at.html}`))).toEqual([]);
      expect(passes.flatMap(({ nodes }) => nodes).length, kind).toBeGreaterThan(5);
    }
  });
});

it.each(kinds)('%s looks the same with images off: it has none', (kind) => {
  const { html } = letter(kind, kind === 'outcome' ? nameQuery() : emailUpdate());
  expect(html).not.toMatch(/<img|<svg|\bbackground=|url\(/i);
});
