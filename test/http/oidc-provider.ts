import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import type { InteractionResults } from 'oidc-provider';
import { closed, listen } from '../../infra/local/listen.ts';
import { deskUrl } from '#test/fakes/desk-door.ts';

export const clientId = 'importer-desk';
export const clientSecret = 'a-secret-of-the-test-provider-only-32+';

/** Who signs in at the provider, and what it says of them. */
export type Person = {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly amr?: string[];
  readonly acr?: string;
  /** Stops at the provider's page. */
  readonly stops?: boolean;
};

/**
 * A real OpenID Connect provider on this machine, whose one page asks nothing: `person` is who sits there. `thin`: id
 * tokens without scope's claims, as the specification has it and Okta does.
 */
export async function startProvider(thin = false) {
  let person: Person = { claims: {} };
  const held: { answer?: (request: IncomingMessage, response: ServerResponse) => void } = {};
  const server = createServer((request, response) => held.answer?.(request, response));
  const port = await listen(server, 0);
  const issuer = `http://localhost:${String(port)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${deskUrl}/api/desk/sign-in/oidc/return`],
        token_endpoint_auth_method: thin ? 'client_secret_basic' : 'client_secret_post',
      },
    ],
    ...(thin && { clientAuthMethods: ['client_secret_basic'] }),
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    conformIdTokenClaims: thin,
    acrValues: ['gold', 'iron'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...person.claims }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId, accountId: ctx.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  });
  const callback = provider.callback();
  const said = ({ amr, acr, stops }: Person): InteractionResults =>
    stops
      ? { error: 'access_denied', error_description: 'the person went away' }
      : { login: { accountId: 'someone', ...(amr && { amr }), ...(acr && { acr }) } };
  held.answer = (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, said(person), { mergeWithLastSubmission: false });
    else void callback(request, response);
  };
  return {
    issuer,
    close: () => closed(server),
    /** Walks a browser from the desk's redirect through the provider; gives the address it is sent back to. */
    visit: (from: string, who: Person): Promise<URL> => {
      person = who;
      return walk(new URL(from));
    },
  };
}

/** A browser that follows redirects and keeps cookies, until it is sent to the desk. */
async function walk(from: URL): Promise<URL> {
  const jar = new Map<string, string>();
  let at = from;
  for (let steps = 0; steps < 10; steps += 1) {
    if (at.origin === deskUrl) return at;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name = '', value = ''] = pair.split('=');
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider stopped at ${at.pathname}: ${await answer.text()}`);
    at = new URL(location, at);
  }
  throw new Error('the provider goes around in circles');
}
