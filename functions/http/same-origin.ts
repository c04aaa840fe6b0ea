import type { Asked } from './exchange.ts';

/**
 * Whose page sent a request, as its browser says: browsers say so, and let no page say otherwise. `unsaid`: a program, or
 * a browser of long ago.
 */
export type Sender = 'ours' | 'foreign' | 'unsaid';

export function senderOf({ headers }: Asked, siteUrl: string): Sender {
  const origin = headers['origin'];
  if (origin !== undefined) return origin === new URL(siteUrl).origin ? 'ours' : 'foreign';
  const site = headers['sec-fetch-site'];
  if (site === undefined) return 'unsaid';
  return site === 'same-origin' ? 'ours' : 'foreign';
}

export const isReading = ({ method }: Asked): boolean => method === 'GET' || method === 'HEAD';
