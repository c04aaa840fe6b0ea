import type { Answer, Asked } from './exchange.ts';

/**
 * One route of a door, named as infra names it to the API: `POST /api/requests/{type}`. `ANY` stands for every method.
 * What the path says in the places of `{…}` comes to `answer` in their order.
 */
export type Route = {
  readonly name: `${string} /api/${string}`;
  readonly answer: (asked: Asked, ...parts: string[]) => Answer | Promise<Answer>;
};

type Fits = (asked: Asked) => string[] | undefined;

/** A route's name, taken apart once and not for every request. */
function fitting({ name }: Route): Fits {
  const [wanted = '', pattern = ''] = name.split(' ');
  const places = pattern.split('/');
  return ({ method, path }) => {
    // HEAD is GET without its body (RFC 9110).
    if (wanted !== 'ANY' && wanted !== (method === 'HEAD' ? 'GET' : method)) return undefined;
    const said = path.split('/');
    if (said.length !== places.length) return undefined;
    const parts: string[] = [];
    for (const [at, place] of places.entries()) {
      const part = said[at] ?? '';
      if (!place.startsWith('{')) {
        if (part !== place) return undefined;
      } else if (part === '') return undefined;
      else parts.push(decoded(part));
    }
    return parts;
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export type FoundRoute<R extends Route> = { readonly route: R; readonly parts: string[] };

/** Finds the first route that fits, and what the path says in its places. */
export function routeFinder<R extends Route>(routes: readonly R[]): (asked: Asked) => FoundRoute<R> | undefined {
  const known = routes.map((route) => ({ route, fits: fitting(route) }));
  return (asked) => {
    for (const { route, fits } of known) {
      const parts = fits(asked);
      if (parts) return { route, parts };
    }
    return undefined;
  };
}
