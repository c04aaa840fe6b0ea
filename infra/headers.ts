import { broker } from '../broker.config.ts';

/**
 * Whose pages may show ours in a frame: nobody's, but for the pages that are made for it. `functions/http/headers.ts` says the same of
 * the doors' pages.
 */
export const frameAncestors = (origins: readonly string[] = []): string => origins.join(' ') || "'none'";

/** The rest of a static page's policy: it carries its own hashes in a meta tag, which cannot say frame-ancestors. A door sends a full one. */
const policyOf = (framedBy: readonly string[] = []) =>
  `frame-ancestors ${frameAncestors(framedBy)}; base-uri 'none'; object-src 'none'; form-action 'self'`;

/** People or a website at the site's own name, or below it: then that name is not the site's alone. */
const isShared = (host: string): boolean => host === broker.siteDomain || host.endsWith(`.${broker.siteDomain}`);
const hostsOfOthers = [
  new URL(broker.website).hostname,
  ...[...broker.teamMailboxes, broker.email, ...broker.members.map(({ email }) => email)].map(
    (address) => address.split('@')[1] ?? '',
  ),
];

/** Two years, for the site and all below it; for the site alone where others live there. No preload: the name may move on. */
const httpsOnly = `max-age=63072000${hostsOfOthers.some(isShared) ? '' : '; includeSubDomains'}`;

/**
 * Security headers of every answer, static or from a door, as data: CloudFront's policy (infra/site.ts) and the local server both
 * send exactly these, so that one machine shows what the cloud does.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': httpsOnly,
  'X-Content-Type-Options': 'nosniff',
  // For browsers that do not know frame-ancestors. Those that do pass over it, so that it can stay for pages that may be framed.
  'X-Frame-Options': 'DENY',
  // Links in letters carry a token: no other site may learn it. Not no-referrer, which makes browsers post our own forms with
  // `Origin: null` (Fetch standard, "append a request Origin header"), so that a door could not see they are ours.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': policyOf(),
};

/** The script that makes a frame, and the pages that may stand in one: all of them, and nothing else, is found below this. */
export const embedPaths = '/embed*';
export const isEmbedPath = (path: string): boolean => path === '/embed.js' || path.startsWith('/embed/');

/** What differs there: the broker's own websites may frame it, and may load the script. `also` is one machine's other website. */
export const embedHeaders = (also: readonly string[] = []): Readonly<Record<string, string>> => ({
  ...securityHeaders,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': policyOf([...(broker.embedOn ?? []), ...also]),
});

/** Headers that an origin may say for itself: its own value stays, ours only fills a silence. All others are overwritten. */
export const originMaySay: readonly string[] = ['Content-Security-Policy', 'Referrer-Policy'];

/** The header by which a door knows that a request came through the Router, where the firewall is. */
export const routerSecretHeader = 'x-router-secret';
