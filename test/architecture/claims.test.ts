import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { locales } from '#domain/requests/locale.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { topics } from '../../web/src/help/topics.ts';
import { resultIds } from '../../web/src/triage/walk.ts';
import { htmlOf, mainOf, plain, publicBuilt } from './built-pages.ts';
import { filesOf, read } from './files.ts';

/** They name CBP and say nothing about it. */
const claimNothing = /^(\/404\.html|\/[\w-]+\/(help\/(not-yet|thanks)|tools)\/)$/;
/** Who says something about CBP says on what it stands, and of when. */
const speaksOfCbp = publicBuilt.filter(
  ({ page, html }) => !claimNothing.test(page) && /\b(CBP|ACE|CFR)\b/.test(plain(mainOf(html))),
);
/** What stands in the page's own place for it. */
const sourcesOf = (html: string): string =>
  [...mainOf(html).matchAll(/<(section|p) class="(?:[^"]* )?sources"[^>]*>([^]*?)<\/\1>/g)]
    .map(([, , inner = '']) => plain(inner))
    .join(' ');
/** A month and a year, in the page's language as the platform writes them: `July 2026`, `julio de 2026`, `2026 年 7 月`. */
const dated = (locale: Locale): RegExp => {
  const months = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month, 9)),
  );
  return locale === 'zh-Hans'
    ? /20\d\d ?年 ?\d{1,2} ?月/
    : new RegExp(`\\b(${months.join('|')})\\b(,| de|[ \\d,]*) 20\\d\\d\\b`);
};
const languageOf = (page: string): Locale => locales.find((locale) => page.startsWith(`/${locale}/`)) ?? 'en';
const known = z
  .array(z.object({ id: z.string(), name: z.string() }))
  .parse(JSON.parse(read('web/src/content/sources.json')));
const namesSource = (said: string): boolean =>
  known.some(({ name }) => said.includes(name)) ||
  /\b\d+ (CFR|FR|U\.S\.C\.) \d|\bForm 5106\b|\bPublications? \d{4}|\b(Each answer names its sources|Cada respuesta nombra sus fuentes)\.|每个答案都写明依据/.test(
    said,
  );

describe('a page that says something about CBP', () => {
  it('is nearly every one', () => {
    expect(speaksOfCbp.length).toBeGreaterThan(150);
  });

  it.each(speaksOfCbp)('$page names a source and a date', ({ page, html }) => {
    expect(sourcesOf(html)).toMatch(dated(languageOf(page)));
    expect(namesSource(sourcesOf(html))).toBe(true);
  });

  it('would be found if it named none', () => {
    expect(namesSource(sourcesOf('<main><p class="small sources">As we heard.</p></main>'))).toBe(false);
    expect(sourcesOf('<main><p>31 CFR 208.4, July 2026</p></main>')).toBe('');
  });
});

describe('our texts', () => {
  const texts = filesOf('web/src/content').filter((file) => file.endsWith('.md'));

  it('are there for every guide and every result, and for nothing else', () => {
    const wanted = locales.flatMap((locale) => [
      ...topics.map((id) => `guides/${locale}/${id}`),
      ...resultIds.map((id) => `results/${locale}/${id}`),
    ]);
    const there = texts.map((file) => file.replace(/^web\/src\/content\/|\.md$/g, ''));
    expect(there.sort()).toEqual(wanted.sort());
  });

  it('use every source that is named, so that none is kept that nobody needs', () => {
    const used = new Set(texts.flatMap((file) => [...read(file).matchAll(/\{ id: ([\w-]+),/g)].map(([, id]) => id)));
    expect([...used].sort()).toEqual(known.map(({ id }) => id).sort());
  });

  const asks = /(send|give|tell|write|mail) us (your|the) (bank|account|routing|password|social security)/i;
  const promises = /\bCBP will\b|\bguarantee|\bwe promise\b|\byou will get your refund\b/i;

  it.each(texts)('%s asks for nothing that nobody may give us, and promises nothing for CBP', (file) => {
    expect(read(file)).not.toMatch(asks);
    expect(read(file)).not.toMatch(promises);
  });

  it('would be found if they did', () => {
    expect('Please send us your bank details.').toMatch(asks);
    expect('CBP will pay you soon.').toMatch(promises);
  });

  it('name the ways of fraud and what CBP never asks for', () => {
    const fraud = plain(htmlOf('/en/help/fraud/'));
    for (const said of ['@cbp.dhs.gov', 'Social Security number', 'bank details', 'password', 'IEEPAFraud@cbp.dhs.gov'])
      expect(fraud).toContain(said);
  });
});
