import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { brokerLine } from '#domain/broker/words.ts';
import { locales } from '#domain/requests/locale.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { embedTag } from '../../infra/local/other-website/tag.ts';
import { framedPage, hasTwin, twinOf } from '../../web/src/build/framed-page.ts';
import { sitePaths } from '../../web/src/help/site-pages.ts';
import { embedBytes } from '../bench/budgets.ts';
import { weight } from '../bench/page-bytes.ts';
import { attribute, dist, framedBuilt, htmlOf, mainOf, plain, publicBuilt } from './built-pages.ts';
import { read } from './files.ts';
import { unescaped } from './html.ts';

const twins = framedBuilt.map(({ page }) => page);

describe('what may stand in a frame', () => {
  it('is the triage, the guides and the forms, and nothing else', () => {
    const own = sitePaths.filter((path) => !/^(case|privacy|tools)\//.test(path));
    const others = ['help/thanks/', 'help/not-yet/', 'ask/email-update/no-code/'];
    for (const locale of broker.languages)
      for (const path of [...own, ...others]) expect(twins).toContain(`/embed/${locale}/${path}`);
    expect(twins.filter((page) => !/^\/embed\/(en|es|zh-Hans)\/((help|ask)\/([a-z-]+\/)*)?$/.test(page))).toEqual([]);
    expect(twins).toEqual(
      publicBuilt
        .map(({ page }) => page)
        .filter(hasTwin)
        .map(twinOf),
    );
  });

  it.each([
    '/',
    '/desk/',
    '/desk/case/',
    '/en/case/',
    '/en/privacy/',
    '/en/tools/',
    '/en/tools/routing-number/',
    '/xx/',
    '/404.html',
  ])('is not %s', (page) => {
    expect(hasTwin(page)).toBe(false);
    expect(htmlOf(twinOf(page))).toBe('');
  });
});

describe.each(framedBuilt)('$page', ({ page, html }) => {
  const whole = htmlOf(page.replace('/embed', ''));
  const language = locales.find((locale) => page.startsWith(`/embed/${locale}/`)) ?? 'en';
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>/g)].map(([tag, href = '']) => ({ tag, href }));

  it('says what its twin says, and of its head only in which languages', () => {
    expect(plain(mainOf(html))).toBe(plain(mainOf(whole)));
    expect(html).not.toMatch(/<header|class="skip"|ld\+json|property="og:/);
    expect(html).toContain(`<html lang="${language}" class="framed">`);
    expect(html.match(/<nav class="languages"/g)).toHaveLength(1);
  });

  it('says who we are, where it has its own address, and is left out by search engines', () => {
    expect(unescaped(/<footer>[^]*<\/footer>/.exec(html)?.[0] ?? '')).toContain(brokerLine(language, broker));
    expect(html).toContain(`<a href="${page.replace('/embed', '')}" target="_blank">`);
    expect(attribute(html, 'meta name="robots"', 'content')).toBe('noindex');
    expect(attribute(html, 'link rel="canonical"', 'href')).toBe(attribute(whole, 'link rel="canonical"', 'href'));
  });

  it('leads on within the frame only to what may stand there', () => {
    expect(links.length).toBeGreaterThan(1);
    for (const { tag, href } of links) {
      const stays = /^(\/embed\/|#|tel:|mailto:)/.test(href);
      expect(stays || tag.includes(' target="_blank"'), tag).toBe(true);
      expect(stays && tag.includes(' target='), tag).toBe(false);
    }
  });

  it('tells its height, and says where the answer to its form will be shown', () => {
    expect(html.match(/<script defer src="\/scripts\/framed\.js">/g)).toHaveLength(1);
    expect(html.match(/<script/g)).toHaveLength(page.includes('/ask/') ? 2 : 1);
    for (const [, action] of html.matchAll(/<form[^>]*\baction="([^"]*)"/g))
      expect(action).toMatch(/^\/api\/requests\/[a-z-]+\?framed&amp;lang=[a-zA-Z-]+$/);
  });
});

it('every form in a frame is found', () => {
  const forms = framedBuilt.filter(({ html }) => html.includes('<form'));
  expect(forms.length).toBeGreaterThanOrEqual(requestTypeNames.length);
});

it('no other page of the site knows of frames', () => {
  for (const { page, html } of publicBuilt) expect(/framed|\/embed\//.test(html), page).toBe(false);
});

it('a page that is built differently is not half changed', () => {
  const words = { menu: 'a', privacy: 'b', open: 'c' };
  expect(() => framedPage('<html lang="en"><head></head><body></body></html>', '/en/', '', words)).toThrow(/has no/);
});

describe('the script for other websites', () => {
  const code = readFileSync(join(dist, 'embed.js'), 'utf8');

  it('is small', () => {
    expect(weight(join(dist, 'embed.js'))).toBeLessThanOrEqual(embedBytes);
  });

  it('reads and keeps nothing of the page that it stands in', () => {
    expect(code).not.toMatch(
      /cookie|localStorage|sessionStorage|fetch|XMLHttpRequest|innerHTML|location|referrer|"\*"/,
    );
  });

  it('and the one in the frame tell one another a height, and no other thing', () => {
    const framed = readFileSync(join(dist, 'scripts/framed.js'), 'utf8');
    expect(code.match(/postMessage\([^)]*\)/g)).toEqual([expect.stringMatching(/^postMessage\("height",\w+\)$/)]);
    expect(framed.match(/postMessage/g)).toHaveLength(1);
    expect(framed).not.toMatch(/"\*"|'\*'/);
  });
});

it('docs/deploy.md shows the tag as it is', () => {
  for (const show of ['triage', 'ask/name-query'])
    expect(read('docs/deploy.md')).toContain(embedTag('https://refunds.broker.example', show, 'en'));
});
