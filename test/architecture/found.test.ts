import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { broker } from '../../broker.config.ts';
import { questionsAsked } from '../../web/src/help/faq.ts';
import { languagesOf } from '../../web/src/text/languages.ts';
import { attribute, dist, htmlOf, plain, publicBuilt } from './built-pages.ts';

const at = (path: string) => `https://${broker.siteDomain}${path}`;
const file = (name: string) => readFileSync(join(dist, name), 'utf8');
const canonical = (html: string) => attribute(html, 'link rel="canonical"', 'href');
const isHidden = (html: string) => attribute(html, 'meta name="robots"', 'content') === 'noindex';
const shown = publicBuilt.filter(({ html }) => !isHidden(html));
/** Pages that are the same as another one to a search engine: the first page, and forms with answers filled in. */
const own = shown.filter(({ page, html }) => canonical(html) === at(page));

describe('every page that search engines keep', () => {
  it.each(own)('$page has a title and a description of its own, short enough to be shown whole', ({ page, html }) => {
    // A Chinese sign says as much as two or three letters, and is shown twice as wide.
    const [longest, least, most] = page.startsWith('/zh-Hans/') ? [40, 20, 130] : [60, 50, 200];
    const title = plain(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
    const description = attribute(html, 'meta name="description"', 'content') ?? '';
    expect(title.replace(` – ${broker.name}`, '').length).toBeLessThanOrEqual(longest);
    expect(title).toContain(broker.name);
    expect(description.length).toBeGreaterThanOrEqual(least);
    expect(description.length).toBeLessThanOrEqual(most);
    const same = own.filter(
      ({ html: other }) => attribute(other, 'meta name="description"', 'content') === description,
    );
    expect(same).toHaveLength(1);
    expect(
      own.filter(({ html: other }) => other.includes(`<title>${/<title>([^<]*)/.exec(html)?.[1] ?? ''}<`)),
    ).toHaveLength(1);
  });

  it('all others say which page is meant, or that they want to be left out', () => {
    const others = publicBuilt.filter((built) => !own.includes(built)).map(({ page }) => page);
    const inEach = [
      'ask/account-error/other/',
      'ask/email-update/no-code/',
      'ask/email-update/no-email/',
      'ask/name-query/not-matching/',
      'ask/name-query/other/',
      'ask/notify-party/foreign/',
      'ask/refund-returned/not-listed/',
      'ask/refund-returned/not-looked/',
      'ask/refund-returned/returned/',
      'help/not-yet/',
      'help/thanks/',
    ];
    const wanted = broker.languages.flatMap((locale) => inEach.map((path) => `/${locale}/${path}`));
    expect(others.toSorted()).toEqual(['/', '/404.html', ...wanted].sort());
    for (const { html } of shown) expect(own.map(({ page }) => at(page))).toContain(canonical(html));
  });

  it('stands in the sitemap, which names no others, and says when texts were checked', () => {
    const map = file('sitemap.xml');
    const listed = [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
    expect(listed.toSorted()).toEqual(own.map(({ page }) => at(page)).sort());
    expect(map).toMatch(/<loc>https:[^<]+\/en\/help\/apply\/<\/loc><lastmod>20\d\d-\d\d-\d\d<\/lastmod>/);
    expect(map).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<urlset [^>]+>\n(<url>.*<\/url>\n)+<\/urlset>\n$/);
  });

  it('is named to crawlers', () => {
    expect(file('robots.txt')).toBe(
      `User-agent: *\nDisallow: /api/\nDisallow: /*/help/thanks/\nDisallow: /*/help/not-yet/\n\nSitemap: ${at('/sitemap.xml')}\n`,
    );
  });
});

describe('the same page in other languages', () => {
  it('is named for each language, and for everybody else', () => {
    expect(languagesOf(['en', 'es', 'zh-Hans'], 'help/apply/')).toEqual([
      { language: 'en', address: '/en/help/apply/' },
      { language: 'es', address: '/es/help/apply/' },
      { language: 'zh-Hans', address: '/zh-Hans/help/apply/' },
      { language: 'x-default', address: '/en/help/apply/' },
    ]);
  });

  it('is not named where there is one language', () => {
    expect(languagesOf(['en'], '')).toEqual([]);
    expect(languagesOf([], '')).toEqual([]);
    expect(publicBuilt.filter(({ html }) => html.includes('hreflang=')).length).toBe(
      broker.languages.length > 1 ? shown.length : 0,
    );
  });
});

describe('questions as data (schema.org)', () => {
  const faqPage = z.object({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('FAQPage'),
    mainEntity: z.array(
      z.object({
        '@type': z.literal('Question'),
        name: z.string(),
        acceptedAnswer: z.object({ '@type': z.literal('Answer'), text: z.string() }),
      }),
    ),
  });

  it.each(broker.languages)('say what the page itself says, word for word, in %s', (locale) => {
    const html = htmlOf(`/${locale}/help/`);
    const [, json = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    const { mainEntity } = faqPage.parse(JSON.parse(json));
    expect(mainEntity).toHaveLength(questionsAsked(locale).length);
    const text = plain(html.replace(/<head>[^]*<\/head>/, ''));
    for (const { name, acceptedAnswer } of mainEntity) {
      expect(text).toContain(name);
      expect(text).toContain(acceptedAnswer.text);
    }
    expect(attribute(html, 'meta http-equiv="content-security-policy"', 'content')).not.toContain('script-src');
  });

  it('are asked on one page of a language only', () => {
    const asking = publicBuilt.filter(({ html }) => html.includes('ld+json')).map(({ page }) => page);
    expect(asking).toEqual(broker.languages.map((locale) => `/${locale}/help/`));
  });
});
