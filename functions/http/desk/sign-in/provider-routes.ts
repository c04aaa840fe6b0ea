import * as z from 'zod/mini';
import { recordRefused } from '#casework/audit/record.ts';
import { beginTrip, endTrip } from '#casework/sign-in/provider-trip.ts';
import type { TripRefusal } from '#casework/sign-in/provider-trip.ts';
import { TRIP_COOKIE, cookieNamed, cookieWith, noTripCookie, tripCookieWith } from '../cookie.ts';
import type { PageAnswer } from '../desk-answer.ts';
import type { DeskPorts } from '../desk-ports.ts';
import { doorstepRoute, noInput, noQuery } from '../desk-route.ts';
import type { DeskRoute } from '../desk-route.ts';
import { notSignedInPage, signedInPage } from './provider-page.ts';

/** Providers send more than they need to: all of it is the library's to read. */
const anyQuery = z.record(z.string(), z.string());

/** Signing in with the broker's own identity provider, for a browser: each answer is a page or the way to one. */
export const providerRoutes = (ports: DeskPorts): readonly DeskRoute[] => [
  doorstepRoute({
    name: 'GET /api/desk/sign-in/oidc',
    who: 'anyone',
    says: 'Sends the browser to the identity provider, where the team signs in with one.',
    input: noInput,
    query: noQuery,
    output: 'text/html',
    answer: async () => {
      const begun = await beginTrip(ports);
      if ('refused' in begun) return refusedPage(ports, begun.refused);
      return { goTo: begun.to, cookies: [tripCookieWith(begun.secret, begun.seconds)] };
    },
  }),
  doorstepRoute({
    name: 'GET /api/desk/sign-in/oidc/return',
    who: 'anyone',
    says: 'Where the identity provider sends the browser back to. Signs a member in, or says why not.',
    input: noInput,
    query: anyQuery,
    output: 'text/html',
    answer: async ({ asked }) => {
      const back = { secret: cookieNamed(TRIP_COOKIE, asked), query: asked.query };
      const ended = await endTrip(ports, ports.broker, back);
      if ('refused' in ended) return refusedPage(ports, ended.refused);
      const { secret, seconds } = ended.started;
      return {
        page: signedInPage(ports.broker),
        status: 200,
        refresh: '/desk/',
        cookies: [cookieWith(secret, seconds), noTripCookie],
      };
    },
  }),
];

const statuses: Partial<Record<TripRefusal, number>> = { 'other-sign-in': 404, 'provider-down': 503 };

/** The cookie goes with the trip; who is refused begins anew. */
async function refusedPage(ports: DeskPorts, refused: TripRefusal): Promise<PageAnswer> {
  const { broker, log } = ports;
  log('sign-in-refused', { reason: refused });
  // Where the team signs in another way, nobody tried to.
  if (refused !== 'other-sign-in') await recordRefused(ports, undefined, { step: 'provider', reason: refused });
  return { page: notSignedInPage(broker, refused), status: statuses[refused] ?? 401, cookies: [noTripCookie] };
}
