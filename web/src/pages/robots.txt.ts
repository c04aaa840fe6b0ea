import { broker } from '../../../broker.config.ts';

/**
 * Crawlers may read all that is static, but for the two pages that count a reader's yes and no; the desk says itself that it
 * wants to be left out. What doors answer is no page.
 */
export const GET = () =>
  new Response(
    `User-agent: *\nDisallow: /api/\nDisallow: /*/help/thanks/\nDisallow: /*/help/not-yet/\n\nSitemap: https://${broker.siteDomain}/sitemap.xml\n`,
  );
