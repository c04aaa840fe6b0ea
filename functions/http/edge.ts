import { timingSafeEqual } from 'node:crypto';
import { StoreUnavailable } from '#casework/ports.ts';
import type { Log } from '#casework/ports.ts';
import type { Broker } from '#domain/broker/broker.ts';
import type { Locale } from '#domain/requests/locale.ts';
import type { Answer, App, Asked } from './exchange.ts';
import { answerHeaders } from './headers.ts';
import type { Framing } from './headers.ts';
import { routeFinder } from './route.ts';
import type { Route } from './route.ts';
import { isReading } from './same-origin.ts';
import { answerTrouble } from './trouble.ts';

/** What every HTTP door needs beside its stories. `newErrorId` makes the reference that a person can quote. */
export type Edge = Framing & {
  readonly broker: Broker;
  readonly locale: Locale;
  /** What the Router says with every request. Several, with commas between, while it is turned: each opens the door. */
  readonly routerSecret: string;
  readonly log: Log;
  readonly newErrorId: () => string;
};

/**
 * A door's frame: what did not come through the Router finds nothing here; a store that fails is 503 with Retry-After;
 * anything unexpected is caught once, in here, with a reference to quote and nothing private in it.
 */
export function doorApp(edge: Edge, routes: readonly Route[]): App {
  const isSecret = secretReader(edge.routerSecret);
  const routeOf = routeFinder(routes);
  const answerOf = async (asked: Asked): Promise<Answer> => {
    const throughRouter = isSecret(asked.headers['x-router-secret'] ?? '');
    const found = throughRouter ? routeOf(asked) : undefined;
    if (!found) return answerTrouble(edge, asked.headers, 'not-found');
    try {
      return await found.route.answer(asked, ...found.parts);
    } catch (error) {
      return answerFailure(edge, asked, found.route, error);
    }
  };
  return async (asked) => {
    const { headers, body, ...answer } = await answerOf(asked);
    return { ...answer, headers: { ...answerHeaders, ...headers }, body: asked.method === 'HEAD' ? '' : body };
  };
}

function answerFailure(edge: Edge, asked: Asked, route: Route, error: unknown): Answer {
  if (error instanceof StoreUnavailable) {
    edge.log('store-unavailable', { route: route.name });
    return answerTrouble(edge, asked.headers, isReading(asked) ? 'store-read' : 'store');
  }
  const id = edge.newErrorId();
  edge.log('unexpected', { id, ...(error instanceof Error && { error: error.name, at: whereFrom(error) }) });
  return answerTrouble(edge, asked.headers, isReading(asked) ? 'unexpected-read' : 'unexpected', id);
}

/**
 * A secret that was never set is nobody's: a door without one stays shut. Compared in constant time; only its length,
 * which is no secret, shows.
 */
function secretReader(secrets: string): (said: string) => boolean {
  const known = secrets.split(',').map((secret) => Buffer.from(secret.trim()));
  return (said) => {
    const given = Buffer.from(said);
    return known.some((one) => one.length > 0 && given.length === one.length && timingSafeEqual(given, one));
  };
}

/** Only the place in our code: an error's message, which the stack repeats, may hold what somebody typed. */
const whereFrom = ({ message, stack = '' }: Error): string =>
  /\n\s+at ([^\n]+)/.exec(stack.replace(message, () => ''))?.[1] ?? 'unknown';
