import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { endSession } from '#casework/sign-in/sessions.ts';
import { hashOfToken } from '#casework/links.ts';
import type { Who } from '../../functions/http/desk/desk-route.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { aMonday } from '#test/fakes/requests.ts';

/** Who may come to the desk's door, as each route is tried as each of them: a new route is tried without a change here. */
let clock = aMonday.getTime();
const door = deskDoor({ now: () => new Date(clock) });
const HOUR = 3600 * 1000;

const callers = {
  stranger: () => Promise.resolve(undefined),
  'a made-up cookie': () => Promise.resolve(`__Host-desk=${'A'.repeat(43)}`),
  'half signed-in': () => door.signedIn(luis, 'half'),
  'half, after its quarter of an hour': async () => {
    const cookie = await door.signedIn(luis, 'half');
    clock += HOUR / 4;
    return cookie;
  },
  'an expired session': async () => {
    const cookie = await door.signedIn(ada);
    clock += 12 * HOUR;
    return cookie;
  },
  'a session that idled': async () => {
    const cookie = await door.signedIn(ada);
    clock += HOUR;
    return cookie;
  },
  'an ended session': async () => {
    const cookie = await door.signedIn(ada);
    await endSession(door.ports, hashOfToken(cookie.split('=')[1] ?? ''));
    return cookie;
  },
  'somebody who signed out everywhere': async () => {
    const cookie = await door.signedIn(luis);
    clock += 1;
    const other = await door.signedIn(luis);
    await door.post('sign-out-everywhere', undefined, other);
    clock += 1;
    return cookie;
  },
  'a removed member': () => door.signedIn('gone@harborpine.example'),
  member: () => door.signedIn(luis),
  licensed: () => door.signedIn(ada),
} as const;

type CallerName = keyof typeof callers;

/** How far each gets: their place on the way in. */
const standing: Record<CallerName, 'out' | 'half' | 'member' | 'licensed'> = {
  stranger: 'out',
  'a made-up cookie': 'out',
  'half signed-in': 'half',
  'half, after its quarter of an hour': 'out',
  'an expired session': 'out',
  'a session that idled': 'out',
  'an ended session': 'out',
  'somebody who signed out everywhere': 'out',
  'a removed member': 'out',
  member: 'member',
  licensed: 'licensed',
};

/** What each standing is told where it is not enough; nothing where it is. */
const refusals: Record<Who, Record<'out' | 'half' | 'member' | 'licensed', string | undefined>> = {
  anyone: { out: undefined, half: undefined, member: undefined, licensed: undefined },
  half: { out: 'sign-in', half: undefined, member: undefined, licensed: undefined },
  member: { out: 'sign-in', half: 'second-factor', member: undefined, licensed: undefined },
  licensed: { out: 'sign-in', half: 'second-factor', member: 'licensed-only', licensed: undefined },
};

const gateProblems = ['sign-in', 'second-factor', 'licensed-only', 'foreign-origin'];

const called = (name: string) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, path: path.replace('/api/desk/', '').replace(/\{\w+\}/g, 'none') };
};

async function problemOf(answer: Response): Promise<string | undefined> {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.includes('json')) return undefined;
  const body: unknown = await answer.json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  return gateProblems.includes(code) ? code : undefined;
}

const rows = door.routes.flatMap((route) =>
  Object.keys(callers).map((caller) => [route.name, caller, route.who] as const),
);
const isCaller = (name: string): name is CallerName => name in callers;

describe('every route of the desk', () => {
  it('has a place of its own', () => {
    const names = door.routes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(name).toMatch(/^(GET|POST) \/api\/desk\//);
  });

  const open = (who: Who) => door.routes.filter((route) => route.who === who).map(({ name }) => name);

  it('is for members, but for these on the doorstep', () => {
    expect(open('anyone').sort()).toEqual([
      'GET /api/desk/sign-in/oidc',
      'GET /api/desk/sign-in/oidc/return',
      'POST /api/desk/sign-in/ask',
      'POST /api/desk/sign-in/link',
      'POST /api/desk/sign-out',
    ]);
    expect(open('half').sort()).toEqual([
      'GET /api/desk/me',
      'POST /api/desk/sign-in/enrol',
      'POST /api/desk/sign-in/enrol/options',
      'POST /api/desk/sign-in/passkey',
      'POST /api/desk/sign-in/passkey/options',
    ]);
  });

  it.each([
    'GET /api/desk/audit',
    'GET /api/desk/audit/check',
    'GET /api/desk/members',
    'POST /api/desk/exports/importers',
    'POST /api/desk/system/mailbox',
    'POST /api/desk/traces',
    'POST /api/desk/members/{email}/code',
    'POST /api/desk/members/{email}/reset',
  ])('is for licensed members: %s', (name) => {
    expect(open('licensed')).toContain(name);
  });

  it.each(rows)('%s as %s', async (name, caller, who) => {
    if (!isCaller(caller)) throw new Error(caller);
    clock += 1;
    const { method, path } = called(name);
    const cookie = await callers[caller]();
    const answer = await door.ask(method, path, { body: '{}', ...(cookie !== undefined && { cookie }) });
    expect(answer.status).not.toBe(403);
    expect(answer.status).toBeLessThan(500);
    const wanted = refusals[who][standing[caller]];
    if (wanted !== undefined) expect(answer.status).toBe(401);
    expect(await problemOf(answer)).toBe(wanted);
  });

  const changes = door.routes.filter(({ name }) => !name.startsWith('GET '));
  const foreign: readonly [string, Record<string, string>][] = [
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['another port', { origin: 'https://desk.example:8443' }],
    ['plain http', { origin: 'http://desk.example' }],
  ];

  it.each(changes.flatMap(({ name }) => foreign.map(([from, headers]) => [name, from, headers] as const)))(
    '%s from %s is no call of ours, whoever is signed in',
    async (name, _, headers) => {
      const { method, path } = called(name);
      const cookie = await door.signedIn(ada);
      const answer = await door.ask(method, path, { body: '{}', cookie, headers });
      expect(answer.status).toBe(400);
      expect(await problemOf(answer)).toBe('foreign-origin');
      expect(answer.headers.getSetCookie()).toEqual([]);
    },
  );

  it.each(door.routes.map(({ name }) => name))('%s is nowhere for who came around the Router', async (name) => {
    const { method, path } = called(name);
    const cookie = await door.signedIn(ada);
    const answer = await door.ask(method, path, { body: '{}', cookie, headers: { 'x-router-secret': 'guess' } });
    expect(answer.status).toBe(404);
  });

  it.each([
    ['said to come from another site', { 'sec-fetch-site': 'cross-site' }, 400],
    ['said to come from a sister site', { 'sec-fetch-site': 'same-site' }, 400],
    ['said to come from nowhere', {}, 400],
    ['said to come from here', { 'sec-fetch-site': 'same-origin' }, 200],
  ])('a change without an origin, %s', async (_, headers, status) => {
    const cookie = await door.signedIn(ada);
    const answer = await door.app({
      method: 'POST',
      path: '/api/desk/sign-out',
      query: '',
      headers: { 'x-router-secret': 'only the Router knows', cookie, ...headers },
      body: new Uint8Array(),
    });
    expect(answer.status).toBe(status);
  });

  it('lets nobody in by the mailbox of a member in another case, but the member', async () => {
    const answer = await door.get('me', await door.signedIn(ada.toUpperCase()));
    expect(await answer.json()).toMatchObject({ member: broker.members[0] });
  });
});
