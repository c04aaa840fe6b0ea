import { broker } from '../../../broker.config.ts';
import { guideOf, resultOf } from '../content/texts.ts';
import { pathOf } from '../help/places.ts';
import { sitePaths } from '../help/site-pages.ts';
import { topics } from '../help/topics.ts';
import { languagesOf } from '../text/languages.ts';
import { languagePaths, type Locale } from '../text/words.ts';
import { resultIds } from '../triage/walk.ts';

const at = (address: string) => `https://${broker.siteDomain}${address}`;

/** When each text was last checked, by its path. Of other pages we do not know it, and say nothing. */
async function checkedDays(locale: Locale): Promise<Map<string, Date>> {
  const guides = topics.map(async (guide) => [pathOf({ guide }), (await guideOf(locale, guide)).data.updated] as const);
  const results = resultIds.map(
    async (result) => [pathOf({ result }), (await resultOf(locale, result)).data.updated] as const,
  );
  return new Map(await Promise.all([...guides, ...results]));
}

async function urlsOf(locale: Locale): Promise<string[]> {
  const days = await checkedDays(locale);
  return sitePaths.map((path) => {
    const day = days.get(path)?.toISOString().slice(0, 10);
    const others = languagesOf(broker.languages, path).map(
      ({ language, address }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(address)}"/>`,
    );
    return `<url><loc>${at(`/${locale}/${path}`)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}${others.join('')}</url>`;
  });
}

/** The list of pages for search engines (sitemaps.org). Addresses are ours: nothing in them needs escaping. */
export async function GET() {
  const urls = await Promise.all(languagePaths(broker.languages).map(({ props }) => urlsOf(props.locale)));
  const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>\n${urls.flat().join('\n')}\n</urlset>\n`,
  );
}
