import type { Page } from 'playwright-core';

/** By how many pixels the page is wider than its window, and what stands out. */
export const standsOut = (page: Page): Promise<{ by: number; wide: string[] }> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return { by: scrollWidth - clientWidth, wide: wide.map(({ outerHTML }) => outerHTML.slice(0, 80)) };
  });
