import type { Asked } from '../exchange.ts';

/**
 * The desk's one cookie. `__Host-` makes a browser keep it for this host alone, over https (or localhost); `Strict` sends
 * it with no request that another site began; no script can read it.
 */
export const COOKIE = '__Host-desk';

const flags = 'Path=/; Secure; HttpOnly; SameSite=Strict';

export const cookieWith = (secret: string, seconds: number): string =>
  `${COOKIE}=${secret}; Max-Age=${seconds}; ${flags}`;
export const noCookie = `${COOKIE}=; Max-Age=0; ${flags}`;

/**
 * The cookie of a way to the identity provider and back. `Lax`, since the way back begins at the provider's site; it
 * opens nothing by itself.
 */
export const TRIP_COOKIE = '__Host-desk-trip';

const tripFlags = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export const tripCookieWith = (secret: string, seconds: number): string =>
  `${TRIP_COOKIE}=${secret}; Max-Age=${seconds}; ${tripFlags}`;
export const noTripCookie = `${TRIP_COOKIE}=; Max-Age=0; ${tripFlags}`;

/** The secret of a session that the browser sends. */
export const cookieOf = (asked: Asked): string | undefined => cookieNamed(COOKIE, asked);

/** The secret that the browser sends under this name; nothing when it sends none or one that cannot be ours. */
export function cookieNamed(name: string, { headers }: Asked): string | undefined {
  for (const pair of (headers['cookie'] ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() !== name) continue;
    const secret = pair.slice(at + 1).trim();
    return /^[\w-]{20,100}$/.test(secret) ? secret : undefined;
  }
  return undefined;
}
