import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { TrieRouter } from 'hono/router/trie-router';
import { StoreUnavailable } from '#casework/ports.ts';
import type { Log } from '#casework/ports.ts';
import type { Broker } from '#domain/broker/broker.ts';
import type { Locale } from '#domain/requests/locale.ts';
import { answerTrouble } from './trouble.ts';

/** What every HTTP door needs beside its stories. `newErrorId` makes the reference that a person can quote. */
export type Edge = {
  readonly broker: Broker;
  readonly locale: Locale;
  readonly routerSecret: string;
  readonly log: Log;
  readonly newErrorId: () => string;
};

/**
 * A door's frame: what did not come through the Router finds nothing here; a store that fails is 503 with Retry-After;
 * anything unexpected is caught once, in here, with a reference to quote and nothing private in it.
 */
export function doorApp(edge: Edge): Hono {
  // The default router first tries to compile all routes to one expression: for a handful of them, a cost in every cold start.
  const app = new Hono({ router: new TrieRouter() });
  app.use((c, next) => {
    const throughRouter = isSecret(edge.routerSecret, c.req.header('x-router-secret') ?? '');
    return throughRouter ? next() : Promise.resolve(answerTrouble(edge, c.req.raw.headers, 'not-found'));
  });
  app.notFound((c) => answerTrouble(edge, c.req.raw.headers, 'not-found'));
  app.onError((error, c) => {
    if (error instanceof StoreUnavailable) {
      edge.log('store-unavailable', { route: routePath(c) });
      return answerTrouble(edge, c.req.raw.headers, 'store');
    }
    const id = edge.newErrorId();
    edge.log('unexpected', { id, error: error.name, at: whereFrom(error) });
    return answerTrouble(edge, c.req.raw.headers, 'unexpected', id);
  });
  return app;
}

/** A secret that was never set is nobody's: a door without one stays shut. */
const isSecret = (secret: string, said: string): boolean =>
  secret !== '' && timingSafeEqual(hashed(said), hashed(secret));

/** Of one length, as a comparison in constant time wants it. */
const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Only the place in our code: an error's message, which the stack repeats, may hold what somebody typed. */
const whereFrom = ({ message, stack = '' }: Error): string =>
  /\n\s+at ([^\n]+)/.exec(stack.replace(message, () => ''))?.[1] ?? 'unknown';
