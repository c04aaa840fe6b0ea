import { broker } from '../broker.config.ts';

/**
 * Whose pages may show ours in a frame: nobody's. A broker who shall show the forms in a page of the own website is named here, and
 * where the doors' pages say the same (`functions/http/headers.ts`).
 */
export const frameAncestors = "'none'";

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
  // For browsers that do not know frame-ancestors.
  'X-Frame-Options': 'DENY',
  // Links in letters carry a token: no other site may learn it. Not no-referrer, which makes browsers post our own forms with
  // `Origin: null` (Fetch standard, "append a request Origin header"), so that a door could not see they are ours.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Static pages carry their own hashes in a meta tag, which cannot say frame-ancestors; this is the rest. A door sends a full policy.
  'Content-Security-Policy': `frame-ancestors ${frameAncestors}; base-uri 'none'; object-src 'none'; form-action 'self'`,
};

/** Headers that an origin may say for itself: its own value stays, ours only fills a silence. All others are overwritten. */
export const originMaySay: readonly string[] = ['Content-Security-Policy', 'Referrer-Policy'];

/** The header by which a door knows that a request came through the Router, where the firewall is. */
export const routerSecretHeader = 'x-router-secret';
