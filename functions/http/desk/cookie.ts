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

/** The secret that the browser sends; nothing when it sends none or one that cannot be ours. */
export function cookieOf({ headers }: Asked): string | undefined {
  for (const pair of (headers['cookie'] ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() !== COOKIE) continue;
    const secret = pair.slice(at + 1).trim();
    return /^[\w-]{20,100}$/.test(secret) ? secret : undefined;
  }
  return undefined;
}
