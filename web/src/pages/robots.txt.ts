import { broker } from '../../../broker.config.ts';

/** Crawlers may read all that is static; the desk says itself that it wants to be left out. What doors answer is no page. */
export const GET = () =>
  new Response(`User-agent: *\nDisallow: /api/\n\nSitemap: https://${broker.siteDomain}/sitemap.xml\n`);
