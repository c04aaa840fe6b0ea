import { createServer } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { dayPage } from '#casework/audit/day-page.ts';
import type { SignIn } from '#domain/broker/broker.ts';
import { COOKIE, TRIP_COOKIE } from '../../functions/http/desk/cookie.ts';
import { openidProvider } from '../../functions/identity/openid-provider.ts';
import { closed, listen } from '../../infra/local/listen.ts';
import { cookieAfter, deskDoor, deskUrl } from '#test/fakes/desk-door.ts';
import { clientId, clientSecret, startProvider } from './oidc-provider.ts';
import type { Person } from './oidc-provider.ts';

const [full, thin] = [await startProvider(), await startProvider(true)];
afterAll(() => Promise.all([full.close(), thin.close()]));

type Oidc = Extract<SignIn, { readonly with: 'oidc' }>;
const signInAt = (issuer: string, change: Partial<Oidc> = {}): Oidc => ({
  with: 'oidc',
  issuer,
  clientId,
  secondFactor: 'claims',
  ...change,
});

/** A desk whose team signs in with a provider. The clock is the machine's, as the provider's is. */
function oidcDesk(change: Partial<Oidc> = {}, secret = clientSecret, issuer = full.issuer) {
  const signIn = signInAt(issuer, change);
  let late = 0;
  const door = deskDoor({
    broker: { ...broker, signIn },
    now: () => new Date(Date.now() + late),
    provider: openidProvider({ signIn, clientSecret: secret, siteUrl: deskUrl }),
  });
  const begin = async () => {
    const answer = await door.get('sign-in/oidc');
    return { answer, to: answer.headers.get('location') ?? '', cookie: cookieAfter(answer, TRIP_COOKIE) };
  };
  const comeBack = (back: URL, cookie?: string) => door.get(`sign-in/oidc/return?${back.search.slice(1)}`, cookie);
  return {
    ...door,
    begin,
    comeBack,
    wait: (ms: number) => (late += ms),
    signInAs: async (person: Person, at = full) => {
      const { to, cookie } = await begin();
      return comeBack(await at.visit(to, person), cookie);
    },
  };
}

const ada: Person = {
  claims: { email: 'Ada@harborpine.example', email_verified: true },
  amr: ['pwd', 'otp'],
};

async function titleOf(answer: Response): Promise<string> {
  const text = await answer.text();
  return /<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? text;
}

describe('signing in with an identity provider', () => {
  it('begins with state, nonce and a challenge, and keeps none of them as it is', async () => {
    const { begin, ports } = oidcDesk();
    const { answer, to, cookie } = await begin();
    expect(answer.status).toBe(303);
    const asked = new URL(to).searchParams;
    expect(new URL(to).origin).toBe(full.issuer);
    expect(asked.get('redirect_uri')).toBe(`${deskUrl}/api/desk/sign-in/oidc/return`);
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('response_type')).toBe('code');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const [set = ''] = answer.headers.getSetCookie();
    expect(set).toMatch(/^__Host-desk-trip=[\w-]{43}; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const kept = JSON.stringify([...('all' in ports.trips && ports.trips.all instanceof Map ? ports.trips.all : [])]);
    expect(kept).toContain('expiresAt');
    for (const secret of [asked.get('state') ?? '-', asked.get('nonce') ?? '-', cookie.split('=')[1] ?? '-'])
      expect(kept).not.toContain(secret);
  });

  it.each([
    ['says it in the id token', full],
    ['says it only when asked', thin],
  ])('lets a member in whose provider %s, by a page that goes on to the desk', async (_, at) => {
    const desk = oidcDesk({}, clientSecret, at.issuer);
    const answer = await desk.signInAs(ada, at);
    expect([answer.status, await titleOf(answer)]).toEqual([200, 'You are signed in']);
    expect(answer.headers.get('refresh')).toBe('0; url=/desk/');
    expect(answer.headers.getSetCookie()).toContainEqual(
      expect.stringMatching(/^__Host-desk=[\w-]{43}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    );
    expect(cookieAfter(answer, TRIP_COOKIE)).toBe(`${TRIP_COOKIE}=`);
    const me = await desk.get('me', cookieAfter(answer));
    expect(await me.json()).toMatchObject({ member: { name: 'Ada Osei' }, stage: 'full', with: 'oidc', passkeys: [] });
    const { events } = await dayPage(desk.ports, { day: new Date().toISOString().slice(0, 10), most: 9 });
    expect(events).toMatchObject([{ who: 'ada@harborpine.example', what: 'signed-in', about: { with: 'oidc' } }]);
  });

  const refused: readonly [string, Partial<Person>, Partial<Oidc>, string][] = [
    ['stopped there', { stops: true }, {}, 'Your identity provider did not let you in'],
    ['used a password alone', { amr: ['pwd'] }, {}, 'A second factor is missing'],
    ['used nothing that the provider names', { claims: ada.claims }, {}, 'A second factor is missing'],
    [
      'reached a level that is not enough',
      { amr: ['pwd'], acr: 'iron' },
      { acrValues: ['gold'] },
      'A second factor is missing',
    ],
    [
      'is no member',
      { claims: { email: 'eve@harborpine.example', email_verified: true } },
      {},
      'You are not on this team&#39;s list',
    ],
    [
      'has no verified mailbox',
      { claims: { email: 'ada@harborpine.example', email_verified: false } },
      {},
      'Your mailbox is not verified',
    ],
    [
      'has a mailbox of which nothing is said',
      { claims: { email: 'ada@harborpine.example' } },
      {},
      'Your mailbox is not verified',
    ],
    [
      'has no mailbox',
      { claims: { preferred_username: 'ada@harborpine.example' } },
      {},
      'Your identity provider names no mailbox',
    ],
  ];

  it.each(refused)('lets nobody in who %s', async (_, person, change, title) => {
    const desk = oidcDesk(change);
    const answer = await desk.signInAs({ ...ada, amr: [], ...person });
    expect([answer.status, await titleOf(answer)]).toEqual([401, title]);
    expect(cookieAfter(answer)).toBe('');
    expect(desk.logged).toMatchObject([{ event: 'sign-in-refused' }]);
    expect(JSON.stringify(desk.logged)).not.toMatch(/@|harborpine/);
  });

  it.each<[string, Partial<Person>, Partial<Oidc>]>([
    ['a level that the broker named', { amr: ['pwd'], acr: 'gold' }, { acrValues: ['gold'] }],
    ['a provider that lets nobody in without', { amr: [] }, { secondFactor: 'provider' }],
  ])('takes for a second factor: %s', async (_, person, change) => {
    const answer = await oidcDesk(change).signInAs({ ...ada, ...person });
    expect(answer.status).toBe(200);
  });

  it('works once, in one browser, for ten minutes', async () => {
    const desk = oidcDesk();
    const { to, cookie } = await desk.begin();
    const back = await full.visit(to, ada);
    expect(await titleOf(await desk.comeBack(back))).toBe('This sign-in did not begin in this browser');
    const other = await desk.begin();
    expect(await titleOf(await desk.comeBack(back, other.cookie))).toBe('This sign-in did not begin in this browser');
    const session = `${COOKIE}=${cookie.split('=')[1] ?? ''}`;
    expect(await titleOf(await desk.comeBack(back, session))).toBe('This sign-in did not begin in this browser');
    expect((await desk.comeBack(back, cookie)).status).toBe(200);
    expect(await titleOf(await desk.comeBack(back, cookie))).toBe('This sign-in was finished already');
    const late = await desk.begin();
    const lateBack = await full.visit(late.to, ada);
    desk.wait(10 * 60_000);
    expect(await titleOf(await desk.comeBack(lateBack, late.cookie))).toBe('That took too long');
  });

  it('lets only one of many returns at once in', async () => {
    const desk = oidcDesk();
    const { to, cookie } = await desk.begin();
    const back = await full.visit(to, ada);
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.comeBack(back, cookie)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each([
    ['code', (back: URL) => back.searchParams.set('code', 'made-up')],
    ['issuer', (back: URL) => back.searchParams.set('iss', 'https://evil.example')],
    ['state twice', (back: URL) => back.searchParams.append('state', 'x')],
  ])('believes no altered %s', async (_, alter) => {
    const desk = oidcDesk();
    const { to, cookie } = await desk.begin();
    const back = await full.visit(to, ada);
    alter(back);
    const answer = await desk.comeBack(back, cookie);
    expect([answer.status, await titleOf(answer)]).toEqual([
      401,
      'Your identity provider gave an answer that does not hold',
    ]);
  });

  it.each(['', 'code=1', 'error=access_denied', 'state=x&code=1', 'state=%ff'])(
    'has words for a return that nobody sent: "%s"',
    async (query) => {
      const answer = await oidcDesk().get(`sign-in/oidc/return?${query}`, `${TRIP_COOKIE}=${'A'.repeat(43)}`);
      expect([answer.status, await titleOf(answer)]).toEqual([401, 'This sign-in did not begin in this browser']);
    },
  );

  it('says so when the secret is wrong', async () => {
    const answer = await oidcDesk({}, 'another secret').signInAs(ada);
    expect(await titleOf(answer)).toBe('Your identity provider gave an answer that does not hold');
  });

  it('says so while the provider is away, and goes on when it is back', async () => {
    const gone = createServer();
    const port = await listen(gone, 0);
    await closed(gone);
    const answer = await oidcDesk({}, clientSecret, `http://localhost:${String(port)}`).get('sign-in/oidc');
    expect([answer.status, await titleOf(answer)]).toEqual([503, 'Your identity provider does not answer']);
  });

  it('reads an issuer that names another as no answer', async () => {
    const desk = oidcDesk({}, clientSecret, full.issuer.replace('localhost', '127.0.0.1'));
    const answer = await desk.get('sign-in/oidc');
    expect([answer.status, await titleOf(answer)]).toEqual([
      401,
      'Your identity provider gave an answer that does not hold',
    ]);
  });

  it('is not there for a team with passkeys, and neither is a link for a team with a provider', async () => {
    const passkeys = deskDoor();
    for (const path of ['sign-in/oidc', 'sign-in/oidc/return'])
      expect([(await passkeys.get(path)).status, await titleOf(await passkeys.get(path))]).toEqual([
        404,
        'Your team signs in another way',
      ]);
    const desk = oidcDesk();
    const token = 'T'.repeat(43);
    expect((await desk.post('sign-in/link', { token })).status).toBe(422);
  });
});
