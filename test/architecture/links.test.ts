import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { builtPages, dist, htmlOf, mainOf, publicBuilt } from './built-pages.ts';
import { unescaped } from './html.ts';

/** What doors answer, and no file: where forms are posted to. */
const doors = ['/api/importer/links', ...requestTypeNames.map((type) => `/api/requests/${type}`)];

const linksIn = (html: string): string[] =>
  [...html.matchAll(/\s(?:href|src|action|data-words)="([^"]*)"/g)].map(([, link = '']) => unescaped(link));

const isPart = (page: string, id: string): boolean => id === '' || htmlOf(page).includes(` id="${id}"`);

/** Why a link of ours leads nowhere; nothing when it is whole, or leads elsewhere. */
function fault(from: string, link: string): string | undefined {
  if (/^(https:|mailto:|tel:)/.test(link)) return undefined;
  const { pathname, hash } = new URL(link, `https://here${from}`);
  if (doors.includes(pathname)) return undefined;
  const page = htmlOf(pathname) !== '';
  if (!page && !statSync(join(dist, pathname), { throwIfNoEntry: false })?.isFile())
    return `${from} → ${link}: nothing there`;
  return page && !isPart(pathname, decodeURIComponent(hash.slice(1))) ? `${from} → ${link}: no such part` : undefined;
}

it('no page of the site has a link that leads nowhere', () => {
  const faults = builtPages.flatMap(({ page, html }) => linksIn(html).flatMap((link) => fault(page, link) ?? []));
  expect(faults).toEqual([]);
});

it('would find one', () => {
  expect(fault('/en/', '/en/help/aply/')).toContain('nothing there');
  expect(fault('/en/', '/en/help/apply')).toContain('nothing there');
  expect(fault('/en/', '/en/help/apply/#nowhere')).toContain('no such part');
  expect(fault('/en/help/apply/', '#have-this-ready')).toBeUndefined();
});

it.each(publicBuilt)('$page leads on, to another page or to a person', ({ html }) => {
  const onwards = linksIn(mainOf(html)).filter((link) => /^(\/(en|es|zh-Hans|api)\/|tel:)/.test(link));
  expect(onwards.length).toBeGreaterThan(0);
});

it('every page but the forms with answers filled in and what follows a yes or no can be found from the first one', () => {
  const found = new Set(['/en/']);
  for (const page of found) {
    for (const link of linksIn(htmlOf(page))) {
      if (/^[a-z]+:/.test(link)) continue;
      const { pathname } = new URL(link, `https://here${page}`);
      if (htmlOf(pathname)) found.add(pathname);
    }
  }
  const known = publicBuilt.map(({ page }) => page).filter((page) => page.startsWith('/en/'));
  expect(known.filter((page) => !found.has(page))).toEqual([]);
});

it('every link to another site goes there encrypted', () => {
  const others = builtPages.flatMap(({ html }) => linksIn(html)).filter((link) => /^\w+:/.test(link));
  expect(others.length).toBeGreaterThan(100);
  expect(others.filter((link) => !/^(https:\/\/|mailto:[\w.-]+@|tel:\+\d+$)/.test(link))).toEqual([]);
});
