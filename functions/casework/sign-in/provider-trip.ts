import { hash } from 'node:crypto';
import type { Broker, Member } from '#domain/broker/broker.ts';
import { emailOf, hasSecondFactor } from '#domain/desk/provider-claims.ts';
import type { ClaimsRefusal } from '#domain/desk/provider-claims.ts';
import { hashOfToken } from '../links.ts';
import type { TrailWriter } from '../audit/ports.ts';
import { record } from '../audit/record.ts';
import { memberOf } from './member-item.ts';
import type { IdentityProvider, ProviderFailure, ProviderTripStore, TripSecrets } from './ports.ts';
import { startSession } from './sessions.ts';
import type { SessionPorts, Started } from './sessions.ts';

const MINUTE = 60 * 1000;

/** Somebody who types a password and looks for their phone takes a while; longer than this, and they begin again. */
export const TRIP_MS = 10 * MINUTE;

export type TripPorts = SessionPorts & {
  readonly trips: ProviderTripStore;
  readonly audit: TrailWriter;
  readonly provider?: IdentityProvider | undefined;
};

export type TripRefusal =
  ProviderFailure | ClaimsRefusal | 'other-sign-in' | 'trip-unknown' | 'trip-used' | 'trip-expired' | 'not-a-member';

type Refused = { readonly refused: TripRefusal };

/** All that a trip needs follows from one secret, which only the browser keeps: what we store tells nobody anything. */
export const secretsOf = (secret: string): TripSecrets => ({
  state: derived('state', secret),
  nonce: derived('nonce', secret),
  verifier: derived('verifier', secret),
});

const derived = (what: string, secret: string): string => hash('sha256', `${what} ${secret}`, 'base64url');

/** Sends a browser to the identity provider; `secret` is for a cookie of its own, for so many seconds. */
export async function beginTrip(
  ports: TripPorts,
): Promise<{ readonly to: string; readonly secret: string; readonly seconds: number } | Refused> {
  if (!ports.provider) return { refused: 'other-sign-in' };
  const secret = ports.newToken();
  const trip = secretsOf(secret);
  const address = await ports.provider.address(trip);
  if ('failed' in address) return { refused: address.failed };
  const expiresAt = new Date(ports.now().getTime() + TRIP_MS).toISOString();
  await ports.trips.put({ id: hashOfToken(trip.state), rev: 1, keptUntil: expiresAt, expiresAt });
  return { to: address.to, secret, seconds: TRIP_MS / 1000 };
}

/** Who comes back from the provider: in the same browser, once, in time, verified, a member, with a second factor. */
export async function endTrip(
  ports: TripPorts,
  broker: Broker,
  back: { readonly secret: string | undefined; readonly query: string },
): Promise<{ readonly started: Started; readonly member: Member } | Refused> {
  const { signIn } = broker;
  if (!ports.provider || signIn.with !== 'oidc') return { refused: 'other-sign-in' };
  const state = new URLSearchParams(back.query).get('state');
  const trip = back.secret === undefined ? undefined : secretsOf(back.secret);
  if (!trip || trip.state !== state) return { refused: 'trip-unknown' };
  const refused = await takeTrip(ports, state);
  if (refused) return { refused };
  const found = await ports.provider.claims(back.query, trip);
  if ('failed' in found) return { refused: found.failed };
  const who = emailOf(found.claims, signIn.issuer);
  if ('refused' in who) return who;
  const member = memberOf(broker, who.email);
  if (!member) return { refused: 'not-a-member' };
  if (!hasSecondFactor(found.claims, signIn)) return { refused: 'no-second-factor' };
  const started = await startSession(ports, member.email, 'full');
  await record(ports, member, 'signed-in', { with: 'oidc' });
  return { started, member };
}

/** Spends the trip before anything is believed of it. */
async function takeTrip({ trips, now }: TripPorts, state: string): Promise<TripRefusal | undefined> {
  const trip = await trips.read(hashOfToken(state));
  if (!trip) return 'trip-unknown';
  if (trip.usedAt !== undefined) return 'trip-used';
  const at = now().toISOString();
  if (trip.expiresAt <= at) return 'trip-expired';
  const spent = await trips.save({ ...trip, rev: trip.rev + 1, usedAt: at }, trip.rev);
  return spent === 'saved' ? undefined : 'trip-used';
}
