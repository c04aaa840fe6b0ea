import type { Answer, Asked } from './exchange.ts';

/** One route of a door, named as infra names it to the API: `POST /api/requests/{type}`. `ANY` stands for every method. */
export type Route = {
  readonly name: `${string} /${string}/{${string}}`;
  readonly answer: (asked: Asked, part: string) => Answer | Promise<Answer>;
};

/** What the path says in the place of the route's `{…}`, which is its last part; nothing when the route is another one. */
function partOf({ name }: Route, { method, path }: Asked): string | undefined {
  const [wanted = '', pattern = ''] = name.split(' ');
  const start = pattern.slice(0, pattern.indexOf('{'));
  // HEAD is GET without its body (RFC 9110).
  if (wanted !== 'ANY' && wanted !== (method === 'HEAD' ? 'GET' : method)) return undefined;
  const part = path.startsWith(start) ? path.slice(start.length) : '';
  return part === '' || part.includes('/') ? undefined : decoded(part);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The first route that fits, and its part of the path. */
export function routeOf(routes: readonly Route[], asked: Asked): { route: Route; part: string } | undefined {
  for (const route of routes) {
    const part = partOf(route, asked);
    if (part !== undefined) return { route, part };
  }
  return undefined;
}
