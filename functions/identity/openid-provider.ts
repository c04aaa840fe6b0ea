import type { ClientAuth, Configuration, DiscoveryRequestOptions } from 'openid-client';
import type { IdentityProvider, ProviderClaims, ProviderFailure } from '#casework/sign-in/ports.ts';
import type { SignIn } from '#domain/broker/broker.ts';

type Oidc = Extract<SignIn, { readonly with: 'oidc' }>;

export type ProviderAccess = { readonly signIn: Oidc; readonly clientSecret: string; readonly siteUrl: string };

/** Where the provider sends the browser back to; the deployer enters it there. */
export const returnAddress = (siteUrl: string): string => `${siteUrl}/api/desk/sign-in/oidc/return`;

/** Up to three calls must end before the door does (10 s). */
const PATIENCE_SECONDS = 3;

/** Keys and addresses of a provider change rarely; a warm door asks for them anew after this. */
const KNOWN_FOR_MS = 3600 * 1000;

/** Loaded when somebody signs in, not with every cold door. */
const library = () => import('openid-client');
type Library = Awaited<ReturnType<typeof library>>;

/** Only on one machine, and in tests: anything else goes over https or not at all. */
const isLocal = (issuer: string): boolean => ['localhost', '127.0.0.1'].includes(new URL(issuer).hostname);

/** Any OpenID Connect provider, by a certified library: code flow with PKCE, state and nonce; signatures checked. */
export function openidProvider({ signIn, clientSecret, siteUrl }: ProviderAccess): IdentityProvider {
  const configured = remembered(() => discover(signIn, clientSecret));

  return {
    address: (trip) =>
      unlessFailed(async (client) => {
        const to = client.buildAuthorizationUrl(await configured(), {
          redirect_uri: returnAddress(siteUrl),
          scope: 'openid email profile',
          code_challenge: await client.calculatePKCECodeChallenge(trip.verifier),
          code_challenge_method: 'S256',
          state: trip.state,
          nonce: trip.nonce,
          ...(signIn.acrValues && { acr_values: signIn.acrValues.join(' ') }),
        });
        return { to: to.href };
      }),

    claims: (query, trip) =>
      unlessFailed(async (client) => {
        const config = await configured();
        // Never the address as it was asked: what stands before the query is ours alone.
        const back = new URL(`${returnAddress(siteUrl)}?${query}`);
        const tokens = await client.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: trip.verifier,
          expectedState: trip.state,
          expectedNonce: trip.nonce,
          idTokenExpected: true,
        });
        return { claims: await wholeClaims(client, config, tokens) };
      }),
  };
}

async function discover({ issuer, clientId }: Oidc, clientSecret: string): Promise<Configuration> {
  const client = await library();
  const options: DiscoveryRequestOptions = { timeout: PATIENCE_SECONDS };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody uses it by accident; a provider on this machine has no https
  if (isLocal(issuer)) options.execute = [client.allowInsecureRequests];
  const found = await client.discovery(new URL(issuer), clientId, undefined, secretIn(client, clientSecret), options);
  client.enableNonRepudiationChecks(found);
  return found;
}

/** In the body where the provider takes it there; else in the header, whose encoding not all of them read alike. */
const secretIn =
  (client: Library, secret: string): ClientAuth =>
  (server, ...rest) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    (inBody ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret))(server, ...rest);
  };

type Tokens = Awaited<ReturnType<Library['authorizationCodeGrant']>>;

/** Some providers say the address only when asked for it (Okta, and all that keep id tokens thin). What the signed token says comes first. */
async function wholeClaims(client: Library, config: Configuration, tokens: Tokens): Promise<ProviderClaims> {
  const signed = tokens.claims();
  if (!signed) throw new Error('no id token');
  if (signed['email'] !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return signed;
  const more = await client.fetchUserInfo(config, tokens.access_token, signed.sub);
  return { ...more, ...signed };
}

async function unlessFailed<T>(
  call: (client: Library) => Promise<T>,
): Promise<T | { readonly failed: ProviderFailure }> {
  const client = await library();
  try {
    return await call(client);
  } catch (error) {
    return { failed: failureOf(client, error) };
  }
}

/** The provider said no; it cannot be reached; or what it says does not hold. Its words are not repeated. */
function failureOf(client: Library, error: unknown): ProviderFailure {
  if (error instanceof client.AuthorizationResponseError) return 'provider-refused';
  const unreachable = error instanceof TypeError && error.message === 'fetch failed';
  const slow = error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT';
  return unreachable || slow ? 'provider-down' : 'provider-answer';
}

/** Asked once and kept for a while; a failure is not kept. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly until: number; readonly value: Promise<T> } | undefined;
  return () => {
    if (known && Date.now() < known.until) return known.value;
    const asking = { until: Date.now() + KNOWN_FOR_MS, value: ask() };
    known = asking;
    asking.value.catch(() => {
      if (known === asking) known = undefined;
    });
    return asking.value;
  };
}
