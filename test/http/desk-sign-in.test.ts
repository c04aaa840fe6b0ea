import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { broker } from '../../broker.config.ts';
import { dayPage } from '#casework/audit/day-page.ts';
import { hashOfToken, newToken } from '#casework/links.ts';
import { handedCodeSchema, membersSchema } from '#domain/desk/members.ts';
import {
  linkUsedSchema,
  meSchema,
  passkeyTaskSchema,
  shownPasskeySchema,
  signedInSchema,
} from '#domain/desk/session.ts';
import { authenticator } from '#test/fakes/authenticator.ts';
import { ada, cookieAfter, deskDoor, luis, mei } from '#test/fakes/desk-door.ts';
import { memoryAskStore } from '#test/fakes/memory-desk.ts';
import { aMonday } from '#test/fakes/requests.ts';

const FIRST = broker.signIn.with === 'passkey' ? (broker.signIn.first?.code ?? '') : '';

const problem = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  refusal: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ field: z.string() }))),
});
const problemOf = async (answer: Response) => problem.parse(await answer.json());
const options = async (answer: Response) => passkeyTaskSchema.parse(await answer.json()).options;

function stage() {
  let clock = aMonday.getTime();
  const asks = memoryAskStore();
  const door = deskDoor({ asks, now: () => new Date(clock) });
  const mailed = async (email: string): Promise<string> => {
    const token = newToken();
    const madeAt = new Date(clock).toISOString();
    const expiresAt = new Date(clock + 900_000).toISOString();
    await door.ports.signInLinks.put({ id: hashOfToken(token), rev: 1, email, madeAt, expiresAt });
    return token;
  };
  /** Uses a mailed link: the half session's cookie. */
  const half = async (email: string) => cookieAfter(await door.post('sign-in/link', { token: await mailed(email) }));
  const enrolled = async (email: string, code: string) => {
    const key = authenticator();
    const cookie = await half(email);
    const response = key.make(await options(await door.post('sign-in/enrol/options', { code }, cookie)));
    const answer = await door.post('sign-in/enrol', { code, response, name: 'Laptop' }, cookie);
    return { key, half: cookie, answer, full: cookieAfter(answer) };
  };
  return { ...door, asks, mailed, half, enrolled, wait: (ms: number) => (clock += ms) };
}

describe('asking for a link to sign in', () => {
  it('is answered the same to a member, a stranger and a nonsense address, with one write and no read', async () => {
    const { post, asks, ports } = stage();
    const answers = [];
    for (const email of [ada, 'who@stranger.example', 'no address at all', `${'x'.repeat(240)}@a.example`])
      answers.push(await post('sign-in/ask', { email }));
    const said = await Promise.all(answers.map(async (one) => [one.status, [...one.headers], await one.text()]));
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]?.[2]).toBe('{"asked":true}');
    expect(asks.all.size).toBe(4);
    for (const store of [ports.members, ports.sessions, ports.signInLinks])
      expect('all' in store && store.all instanceof Map && store.all.size).toBe(0);
  });

  it.each([
    ['nothing', {}],
    ['an empty address', { email: '  ' }],
    ['an endless one', { email: 'x'.repeat(300) }],
    ['a number', { email: 5 }],
    ['more than is asked', { email: ada, password: 'x' }],
  ])('is refused in words for %s', async (_, body) => {
    const { post, asks } = stage();
    const answer = await post('sign-in/ask', body);
    expect(await problemOf(answer)).toMatchObject({ status: 422, code: 'input' });
    expect(asks.all.size).toBe(0);
  });
});

describe('signing in through the door', () => {
  it('goes from the link over the first code to the desk, and next time by the passkey', async () => {
    const { enrolled, post, get, half } = stage();
    const { key, answer, half: first, full } = await enrolled(ada, FIRST);
    expect(signedInSchema.parse(await answer.json()).member.name).toBe('Ada Osei');
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-desk=[\w-]{43}; Max-Age=43200; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
    ]);
    expect((await get('me', first)).status).toBe(401);
    const me = meSchema.parse(await (await get('me', full)).json());
    expect(me).toMatchObject({ stage: 'full', with: 'passkey', passkeys: [{ name: 'Laptop', backedUp: true }] });
    expect(me.members).toHaveLength(broker.members.length);
    const cookie = await half(ada);
    const response = key.sign(await options(await post('sign-in/passkey/options', undefined, cookie)));
    const again = await post('sign-in/passkey', { response }, cookie);
    expect(again.status).toBe(200);
    expect((await get('me', cookieAfter(again))).status).toBe(200);
  });

  it('says after the link who is there and what comes next, and half a session shows no more', async () => {
    const { post, get, mailed } = stage();
    const answer = await post('sign-in/link', { token: await mailed(luis) });
    expect(linkUsedSchema.parse(await answer.json())).toEqual({ member: broker.members[1], next: 'enrol' });
    expect(answer.headers.getSetCookie()[0]).toContain('; Max-Age=900; ');
    const me = meSchema.parse(await (await get('me', cookieAfter(answer))).json());
    expect(me).toMatchObject({ stage: 'half', members: [], passkeys: [] });
  });

  it('has words of its own for every link that does not work', async () => {
    const { post, mailed, wait } = stage();
    const used = await mailed(luis);
    await post('sign-in/link', { token: used });
    const late = await mailed(luis);
    wait(900_000);
    const said = [];
    for (const token of [used, late, newToken(), 'cut']) {
      const answer = await post('sign-in/link', { token });
      expect(answer.headers.getSetCookie()).toEqual([]);
      said.push(await problemOf(answer));
    }
    expect(said.map(({ refusal }) => refusal)).toEqual(['link-used', 'link-expired', 'link-unknown', 'link-altered']);
    expect(new Set(said.map(({ detail }) => detail)).size).toBe(4);
    expect(said.every(({ status, code }) => status === 422 && code === 'refused')).toBe(true);
  });

  it('is no way in with the link alone: every other route asks for the second factor', async () => {
    const { half, post } = stage();
    const cookie = await half(ada);
    expect(await problemOf(await post('passkeys/options', undefined, cookie))).toMatchObject({ code: 'second-factor' });
  });

  it('refuses a wrong code, and says when no more are tried', async () => {
    const { half, post } = stage();
    const cookie = await half(ada);
    const said = [];
    for (let tries = 0; tries < 6; tries += 1)
      said.push((await problemOf(await post('sign-in/enrol/options', { code: 'guess' }, cookie))).refusal);
    expect(said).toEqual([...Array<string>(4).fill('code-wrong'), 'code-locked', 'code-locked']);
  });

  it('ends by signing out, and everywhere', async () => {
    const { enrolled, signedIn, post, get, wait } = stage();
    const { full } = await enrolled(ada, FIRST);
    const other = await signedIn(ada);
    const out = await post('sign-out', undefined, full);
    expect(out.headers.getSetCookie()[0]).toBe('__Host-desk=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict');
    expect([(await get('me', full)).status, (await get('me', other)).status]).toEqual([401, 200]);
    const third = await signedIn(ada);
    wait(1);
    await post('sign-out-everywhere', undefined, third);
    expect([(await get('me', other)).status, (await get('me', third)).status]).toEqual([401, 401]);
  });

  it('leaves no trace of token, code or cookie in what is kept or logged', async () => {
    const { enrolled, ports, logged, mailed, post } = stage();
    const token = await mailed(luis);
    await post('sign-in/link', { token });
    const { full, half } = await enrolled(ada, FIRST);
    const stores = [ports.sessions, ports.members, ports.signInLinks];
    const kept = stores.map((one) => ('all' in one && one.all instanceof Map ? [...one.all] : []));
    const everything = JSON.stringify([kept, logged, await dayPage(ports, { day: '2026-11-16', most: 500 })]);
    for (const secret of [token, FIRST, full.split('=')[1] ?? '', half.split('=')[1] ?? ''])
      expect(everything).not.toContain(secret);
  });
});

describe('looking after members', () => {
  it('hands a code to a member, who makes a passkey with it', async () => {
    const { signedIn, post, get, enrolled } = stage();
    const licensed = await signedIn(mei);
    const made = await post(`members/${encodeURIComponent(luis)}/code`, undefined, licensed);
    const { code, expiresAt } = handedCodeSchema.parse(await made.json());
    const list = async () => membersSchema.parse(await (await get('members', licensed)).json()).members;
    expect((await list())[1]).toEqual({ ...broker.members[1], passkeys: 0, codeUntil: expiresAt });
    expect((await enrolled(luis, code)).answer.status).toBe(200);
    expect((await list())[1]).toEqual({ ...broker.members[1], passkeys: 1 });
  });

  it('resets a lost passkey for a reason, not for none, and not for oneself', async () => {
    const { signedIn, post, get, enrolled, wait } = stage();
    const { full } = await enrolled(ada, FIRST);
    wait(1);
    const licensed = await signedIn(mei);
    const reset = (email: string, body: unknown) => post(`members/${email}/reset`, body, licensed);
    expect(await problemOf(await reset(ada, {}))).toMatchObject({ code: 'input', errors: [{ field: 'reason' }] });
    expect(await problemOf(await reset(ada, { reason: ' ' }))).toMatchObject({ code: 'input' });
    expect(await problemOf(await reset(mei, { reason: 'Lost.' }))).toMatchObject({ refusal: 'not-oneself' });
    expect(await problemOf(await reset('who@harborpine.example', { reason: 'Lost.' }))).toMatchObject({ status: 404 });
    expect((await get('me', full)).status).toBe(200);
    const done = handedCodeSchema.parse(await (await reset(ada, { reason: 'Lost.' })).json());
    expect((await get('me', full)).status).toBe(401);
    wait(1);
    expect((await enrolled(ada, done.code)).answer.status).toBe(200);
    const audit = z.object({ day: z.string(), events: z.array(z.object({ what: z.string(), who: z.string() })) });
    const { day, events } = audit.parse(await (await get('audit', licensed)).json());
    expect(day).toBe('2026-11-16');
    expect(events).toContainEqual({ what: 'passkeys-reset', who: mei });
  });

  it('keeps one’s own passkeys: adds one, lists them, removes one, never the last', async () => {
    const { enrolled, post, get } = stage();
    const { key, full } = await enrolled(ada, FIRST);
    const phone = authenticator();
    const response = phone.make(await options(await post('passkeys/options', undefined, full)));
    const added = shownPasskeySchema.parse(await (await post('passkeys', { response }, full)).json());
    expect(added).toMatchObject({ id: phone.id, name: 'Passkey' });
    const mine = async () => meSchema.parse(await (await get('me', full)).json()).passkeys.map(({ id }) => id);
    expect(await mine()).toEqual([key.id, phone.id]);
    expect((await post(`passkeys/${key.id}/remove`, undefined, full)).status).toBe(200);
    expect(await problemOf(await post(`passkeys/${phone.id}/remove`, undefined, full))).toMatchObject({
      refusal: 'passkey-last',
    });
    expect(await mine()).toEqual([phone.id]);
  });

  it.each([
    ['sign-in/ask', { email: 'ada\ud83d@harborpine.example' }, 'email'],
    ['members/luis@harborpine.example/reset', { reason: 'Lost \ud83d' }, 'reason'],
    ['passkeys', { response: {}, name: '\udc00' }, 'name'],
  ])('keeps no half character: %s', async (path, body, field) => {
    const { signedIn, post } = stage();
    const refused = await problemOf(await post(path, body, await signedIn(ada)));
    expect(refused).toMatchObject({ status: 422, errors: [{ field }] });
  });

  it.each(['day=2026-13-01', 'day=2026-11', 'day=x', 'month=2026-11', 'cursor=', 'who='])(
    'refuses an audit of %s',
    async (query) => {
      const { signedIn, get } = stage();
      expect((await get(`audit?${query}`, await signedIn(ada))).status).toBe(422);
    },
  );
});
