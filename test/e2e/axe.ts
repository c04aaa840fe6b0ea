import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { devices } from './stage.ts';

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Each size and each light: contrast and reflow differ. A state is tried in one of the two, each in its turn; a page of each
 * kind in all four, and the colours themselves by reckoning. Motion is off, for a colour on its way to another one is no colour.
 */
const looks = [
  { viewport: devices.phone.viewport, colorScheme: 'dark' },
  { viewport: devices.desktop.viewport, colorScheme: 'light' },
] as const;

/** Every size in every light, for the pages as they open. */
export const allLooks = [
  ...looks,
  { viewport: devices.phone.viewport, colorScheme: 'light' },
  { viewport: devices.desktop.viewport, colorScheme: 'dark' },
] as const;

let turn = 0;
const inTurn = (): readonly (typeof allLooks)[number][] => looks.slice(turn++ % 2).slice(0, 1);

/** What axe finds (in its legacy mode: our pages hold no frames, and it is much quicker) on the page as it stands; short enough to read in a test's answer. */
export async function expectAccessible(
  page: Page,
  state: string,
  within: readonly (typeof allLooks)[number][] = inTurn(),
): Promise<void> {
  for (const { viewport, colorScheme } of within) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().withTags(wcag22AA).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `${state}, ${colorScheme}, ${viewport.width} px`).toEqual([]);
    expect(passes.length, 'axe looked at something').toBeGreaterThan(5);
  }
}
