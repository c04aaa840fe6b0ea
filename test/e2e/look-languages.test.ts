import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { movesOf, watchMoves } from './moves.ts';
import { publicPages, twinsOf } from './pages.ts';
import { standsOut } from './stands-out.ts';
import { useStage } from './stage.ts';

const stage = useStage();

/** Spanish is longer than English, and Chinese breaks its lines elsewhere: each page is tried in each. */
describe.each(broker.languages.slice(1))('in %s', (language) => {
  const pages = publicPages.flatMap(twinsOf).filter((path) => path.startsWith(`/${language}/`));

  it('no page needs sideways scroll on 320 px, nor moves while it loads', async () => {
    expect(pages.length).toBeGreaterThan(50);
    const { page, context } = await stage.visit({ viewport: { width: 320, height: 640 } });
    await watchMoves(context);
    const found: unknown[] = [];
    for (const path of pages) {
      await page.goto(path);
      const { by, wide } = await standsOut(page);
      const moves = await movesOf(page);
      if (by > 0 || JSON.stringify(moves) !== '[]') found.push({ path, by, wide, moves });
    }
    expect(found).toEqual([]);
  });

  it('no page needs it when everything is twice as large', async () => {
    const { page } = await stage.visit({ device: 'desktop' });
    const found: unknown[] = [];
    for (const path of pages) {
      await page.goto(path);
      await page.evaluate(() => (document.documentElement.style.zoom = '2'));
      const zoomed = await standsOut(page);
      await page.evaluate(() => (document.documentElement.style.cssText = 'font-size: 200%'));
      const large = await standsOut(page);
      if (zoomed.by > 0 || large.by > 0) found.push({ path, zoomed, large });
    }
    expect(found).toEqual([]);
  });
});
