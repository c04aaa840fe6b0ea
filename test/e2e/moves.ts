import type { BrowserContext, Page } from 'playwright-core';

/** Watches each time that a page moves under its reader's eyes. */
export const watchMoves = (context: BrowserContext) =>
  context.addInitScript(() => {
    const moves: number[] = [];
    Object.assign(globalThis, { moves });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if ('value' in entry) moves.push(Number(entry.value));
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** By how much it moved, each time; asked when what was loaded has been drawn. */
export const movesOf = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const found: unknown = Reflect.get(globalThis, 'moves');
    return found;
  });
