import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { sentPage } from '../../functions/http/pages/sent-page.ts';
import { htmlOf, plain, publicBuilt } from './built-pages.ts';

/** What stands at the foot of a page: who we are, and each link with its words. */
function footOf(html: string) {
  const [, foot = ''] = /<footer>([^]*?)<\/footer>/.exec(html) ?? [];
  const links = [...foot.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>([^<]*)<\/a/g)];
  return {
    line: plain(/<p>([^]*?)<\/p>/.exec(foot)?.[1] ?? ''),
    links: links.map(([, href = '', words = '']) => `${words.trim()} ${href}`),
  };
}

describe.each(broker.languages)('the foot of a page in %s', (locale) => {
  const first = footOf(htmlOf(`/${locale}/`));
  const built = publicBuilt.filter(({ page }) => page.startsWith(`/${locale}/`));

  it('is the same on every page that is built', () => {
    expect(first.links).toHaveLength(7);
    expect(built.length).toBeGreaterThan(50);
    for (const { html } of built) expect(footOf(html)).toEqual(first);
  });

  it('is the same on the pages that doors render', () => {
    expect(footOf(sentPage({ broker, locale, reference: 'H7K2M-9QXTC', removed: [] }))).toEqual(first);
  });
});

it('leads to a privacy page that speaks of the checks in the browser, too', () => {
  expect(plain(htmlOf('/en/privacy/'))).toMatch(
    /“Check it yourself” work in your browser\. What you type there is sent to nobody/,
  );
});
