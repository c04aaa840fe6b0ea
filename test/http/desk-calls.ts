import { hashOfToken, newToken } from '#casework/links.ts';
import { mailboxId } from '#casework/mailboxes/health.ts';
import type { Passkeys } from '#casework/sign-in/ports.ts';
import { handedCodeSchema } from '#domain/desk/members.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

/** A call of every route of the desk as it is meant, on a door with two cases. */
export const one = opened('name-query');
const other = opened('email-update');
const passkey = {
  id: 'key-1',
  publicKey: 'x',
  counter: 0,
  transports: [],
  deviceType: 'singleDevice',
  backedUp: false,
};
/** Signing itself is tried elsewhere (desk-sign-in.test.ts); here a passkey always holds. */
const passkeys: Passkeys = {
  toSign: () => Promise.resolve({ options: { rpId: 'desk.example' }, challenge: 'c' }),
  signed: (_, __, [known]) => Promise.resolve(known),
  toMake: () => Promise.resolve({ options: { rp: {} }, challenge: 'c' }),
  made: () => Promise.resolve(passkey),
};
export async function stage(change: Parameters<typeof deskDoor>[0] = {}) {
  const cases = memoryCaseStore();
  for (const each of [one, other]) await cases.put(each);
  const door = deskDoor({ cases, lists: memoryCaseLists(cases), passkeys, ...change });
  const as = await door.signedIn(ada);
  const codeFor = async (email: string) =>
    handedCodeSchema.parse(await (await door.post(`members/${email}/code`, undefined, as)).json()).code;
  /** Luis with a link used; his code; and, when asked, his first passkey. */
  const half = async () => ({ cookie: await door.signedIn(luis, 'half'), code: await codeFor(luis) });
  const enrolled = async () => {
    const { cookie, code } = await half();
    await door.post('sign-in/enrol/options', { code }, cookie);
    await door.post('sign-in/enrol', { code, response: {} }, cookie);
    return door.signedIn(luis, 'half');
  };
  return { ...door, as, half, enrolled };
}

export type Stage = Awaited<ReturnType<typeof stage>>;
export const path = `cases/${one.reference}/${one.digest}`;
const days = { from: '2026-11-01', to: '2026-11-30' };

/** A call of every route as it is meant. A route that stands not here fails its test. */
export const calls: Readonly<Record<string, (on: Stage) => Promise<Response>>> = {
  'POST /api/desk/sign-in/ask': ({ post }) => post('sign-in/ask', { email: ada }),
  'POST /api/desk/sign-in/link': async ({ post, ports }) => {
    const token = newToken();
    const madeAt = aMonday.toISOString();
    const expiresAt = new Date(aMonday.getTime() + 60_000).toISOString();
    await ports.signInLinks.put({ id: hashOfToken(token), rev: 1, email: ada, madeAt, expiresAt });
    return post('sign-in/link', { token });
  },
  'POST /api/desk/sign-in/passkey/options': async ({ post, enrolled }) =>
    post('sign-in/passkey/options', undefined, await enrolled()),
  'POST /api/desk/sign-in/passkey': async ({ post, enrolled }) => {
    const cookie = await enrolled();
    await post('sign-in/passkey/options', undefined, cookie);
    return post('sign-in/passkey', { response: { id: passkey.id } }, cookie);
  },
  'POST /api/desk/sign-in/enrol/options': async ({ post, half }) => {
    const { cookie, code } = await half();
    return post('sign-in/enrol/options', { code }, cookie);
  },
  'POST /api/desk/sign-in/enrol': async ({ post, half }) => {
    const { cookie, code } = await half();
    await post('sign-in/enrol/options', { code }, cookie);
    return post('sign-in/enrol', { code, response: {} }, cookie);
  },
  'POST /api/desk/passkeys/options': ({ post, as }) => post('passkeys/options', undefined, as),
  'POST /api/desk/passkeys': async ({ post, as }) => {
    await post('passkeys/options', undefined, as);
    return post('passkeys', { response: {}, name: 'Phone' }, as);
  },
  'POST /api/desk/passkeys/{id}/remove': ({ post, as }) => post('passkeys/key-9/remove', undefined, as),
  'GET /api/desk/sign-in/oidc': ({ get }) => get('sign-in/oidc'),
  'GET /api/desk/sign-in/oidc/return': ({ get }) => get('sign-in/oidc/return?code=x&state=y'),
  'GET /api/desk/me': ({ get, as }) => get('me', as),
  'POST /api/desk/sign-out': ({ post, as }) => post('sign-out', undefined, as),
  'POST /api/desk/sign-out-everywhere': ({ post, as }) => post('sign-out-everywhere', undefined, as),
  'GET /api/desk/members': ({ get, as }) => get('members', as),
  'POST /api/desk/members/{email}/code': ({ post, as }) => post(`members/${luis}/code`, undefined, as),
  'POST /api/desk/members/{email}/reset': ({ post, as }) => post(`members/${luis}/reset`, { reason: 'lost' }, as),
  'GET /api/desk/audit': async ({ get, post, as }) => {
    await post(`members/${luis}/code`, undefined, as);
    return get('audit', as);
  },
  'GET /api/desk/audit/check': ({ get, as }) => get('audit/check?day=2026-11-16', as),
  'GET /api/desk/cases/{reference}/{digest}/trail': async ({ get, as }) => {
    await get(path, as);
    return get(`${path}/trail`, as);
  },
  'GET /api/desk/cases/{reference}': ({ get, as }) => get(`cases/${one.reference}`, as),
  'GET /api/desk/cases/{reference}/{digest}': ({ get, as }) => get(path, as),
  'POST /api/desk/cases/{reference}/{digest}/moves': ({ post, as }) =>
    post(`${path}/moves`, { version: 1, move: { move: 'take' } }, as),
  'POST /api/desk/cases/take': ({ post, as }) =>
    post('cases/take', { cases: [{ reference: one.reference, digest: one.digest, version: 1 }] }, as),
  'POST /api/desk/ki': ({ post, as }) =>
    post('ki', { cases: [{ reference: one.reference, digest: one.digest }], addresses: false }, as),
  'GET /api/desk/cases': async ({ get, post, as }) => {
    await post('looked', undefined, as);
    return get('cases?who=nobody', as);
  },
  'POST /api/desk/looked': ({ post, as }) => post('looked', undefined, as),
  'GET /api/desk/search': ({ get, as }) => get(`search?q=${one.reference}`, as),
  'GET /api/desk/insights': ({ get, as }) => get('insights?days=7', as),
  'POST /api/desk/cases/{reference}/{digest}/record': ({ post, as }) => post(`${path}/record`, undefined, as),
  'POST /api/desk/exports/cases': ({ post, as }) => post('exports/cases', days, as),
  'POST /api/desk/exports/importers': ({ post, as }) =>
    post('exports/importers', { from: '2026-11-01T00:00:00Z', to: '2026-11-30T00:00:00Z' }, as),
  'POST /api/desk/traces': ({ post, as }) => post('traces', { q: one.reference }, as),
  'GET /api/desk/system': ({ get, as }) => get('system', as),
  'GET /api/desk/system/alarms': ({ get, as }) => get('system/alarms', as),
  'POST /api/desk/system/mailbox': async ({ post, as, ports: { broker, system } }) => {
    const [mailbox] = broker.teamMailboxes;
    await system.mailboxes.put({ id: mailboxId(mailbox), rev: 1, bouncedAt: '2026-11-16T14:00:00.000Z' });
    return post('system/mailbox', { mailbox, is: 'well' }, as);
  },
  'GET /api/desk/openapi.json': ({ get, as }) => get('openapi.json', as),
  'GET /api/desk/openapi': ({ get, as }) => get('openapi', as),
};
