import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildSite } from '../../infra/local/build-site.ts';
import { otherTwins, pagesWithAccessibilityTest } from '#test/e2e/pages.ts';

/** The address of every page that the site is built of: `/en/privacy/`, `/404.html`. */
const built = (dist: string): string[] =>
  readdirSync(dist, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file}`.replace(/\/index\.html$/, '/'));

const isTwin = (page: string) => page.startsWith('/embed/');

it('every page of the site has an accessibility test, and every such test has a page', () => {
  const pages = built(buildSite())
    .filter((page) => !otherTwins.includes(page))
    .sort();
  expect(pages.length).toBeGreaterThan(3);
  // What stands in frames is made of these; test/e2e/embed-looks.test.ts opens one of each kind.
  const own = pages.filter((page) => !isTwin(page));
  expect([...pagesWithAccessibilityTest].sort()).toEqual(own);
  for (const twin of pages.filter(isTwin)) expect([...own, ...otherTwins]).toContain(twin.replace('/embed', ''));
});
