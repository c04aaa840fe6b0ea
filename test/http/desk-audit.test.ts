import { describe, expect, it } from 'vitest';
import { caseChain } from '#casework/audit/record.ts';
import type { TrailStore } from '#casework/audit/ports.ts';
import { hashOfToken } from '#casework/links.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { auditCheckSchema, auditPageSchema, trailPageSchema } from '#domain/desk/audit.ts';
import { recordSchema } from '#domain/desk/exports.ts';
import { chainName } from '#domain/desk/trail.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { clearedCase, moved } from '#test/fakes/importer-cases.ts';
import { calls, one, path, stage } from './desk-calls.ts';

/** What a call of each route leaves on record, its preparation (a code, a passkey) included; `case` where a case has it too. */
const none = { left: [] };
const leaves: Readonly<Record<string, { readonly left: readonly string[]; readonly case?: readonly string[] }>> = {
  // Nobody is known yet; nothing is opened by it.
  'POST /api/desk/sign-in/ask': none,
  'POST /api/desk/sign-in/link': { left: ['link-used'] },
  'POST /api/desk/sign-in/passkey/options': { left: ['code-made', 'passkey-added', 'signed-in'] },
  'POST /api/desk/sign-in/passkey': { left: ['code-made', 'passkey-added', 'signed-in', 'signed-in'] },
  'POST /api/desk/sign-in/enrol/options': { left: ['code-made'] },
  'POST /api/desk/sign-in/enrol': { left: ['code-made', 'passkey-added', 'signed-in'] },
  'POST /api/desk/passkeys/options': none,
  'POST /api/desk/passkeys': { left: ['passkey-added'] },
  // There is no such passkey.
  'POST /api/desk/passkeys/{id}/remove': none,
  // The team signs in another way.
  'GET /api/desk/sign-in/oidc': none,
  'GET /api/desk/sign-in/oidc/return': none,
  'GET /api/desk/me': none,
  'POST /api/desk/sign-out': { left: ['signed-out'] },
  'POST /api/desk/sign-out-everywhere': { left: ['signed-out-everywhere'] },
  'GET /api/desk/members': none,
  'POST /api/desk/members/{email}/code': { left: ['code-made'] },
  'POST /api/desk/members/{email}/reset': { left: ['passkeys-reset'] },
  'GET /api/desk/audit': { left: ['code-made'] },
  'GET /api/desk/audit/check': none,
  'GET /api/desk/cases/{reference}/{digest}/trail': { left: ['saw'], case: ['saw'] },
  'GET /api/desk/cases/{reference}': { left: ['saw'], case: ['saw'] },
  'GET /api/desk/cases/{reference}/{digest}': { left: ['saw'], case: ['saw'] },
  'POST /api/desk/cases/{reference}/{digest}/moves': { left: ['moved'], case: ['moved'] },
  'POST /api/desk/cases/take': { left: ['moved'], case: ['moved'] },
  // The case is not cleared: no line, nothing taken away. One that is stands below.
  'POST /api/desk/ki': none,
  // Lists show cards, and are asked every few seconds (docs/decisions/0041).
  'GET /api/desk/cases': none,
  'POST /api/desk/looked': none,
  'GET /api/desk/search': none,
  'GET /api/desk/insights': none,
  'POST /api/desk/cases/{reference}/{digest}/record': { left: ['exported'], case: ['exported'] },
  'POST /api/desk/exports/cases': { left: ['exported'] },
  'POST /api/desk/exports/importers': { left: ['exported'] },
  'POST /api/desk/traces': { left: ['asked-for-traces'] },
  'GET /api/desk/system': none,
  'GET /api/desk/system/alarms': none,
  'POST /api/desk/system/mailbox': { left: ['team-mailbox-works'] },
  'GET /api/desk/openapi.json': none,
  'GET /api/desk/openapi': none,
};

const { routes } = deskDoor();
const whatsOf = (trail: ReturnType<typeof memoryTrail>, of = one) =>
  (trail.chains.get(chainName(caseChain(of))) ?? []).map(({ event }) => event.what);

describe('what each route of the desk leaves on record', () => {
  it.each(routes)('$name', async ({ name }) => {
    const audit = memoryTrail();
    await calls[name]?.(await stage({ audit }));
    expect(audit.all().map(({ what }) => what)).toEqual(leaves[name]?.left);
    expect(whatsOf(audit)).toEqual(leaves[name]?.case ?? []);
  });

  it('is decided for every route, and for none that is gone', () => {
    expect(Object.keys(leaves).sort()).toEqual(routes.map(({ name }) => name).sort());
  });
});

async function desk(of = one, change: Parameters<typeof deskDoor>[0] = {}) {
  const cases = memoryCaseStore();
  await cases.put(of);
  const audit = memoryTrail();
  const door = deskDoor({ cases, lists: memoryCaseLists(cases), audit, ...change });
  return { ...door, audit, cases, as: { ada: await door.signedIn(ada), luis: await door.signedIn(luis) } };
}

describe('a case', () => {
  it('shows every member who saw and did what, the latest first; a page that is opened again says it once', async () => {
    const { get, post, as } = await desk();
    await get(path, as.ada);
    await get(path, as.ada);
    await get(`cases/${one.reference}`, as.luis);
    await post(`${path}/moves`, { version: 1, move: { move: 'take' } }, as.luis);
    const { events, cursor } = trailPageSchema.parse(await (await get(`${path}/trail`, as.luis)).json());
    expect(events.map(({ who, what, about }) => [who, what, about?.['move']])).toEqual([
      [luis, 'moved', 'take'],
      [luis, 'saw', undefined],
      [ada, 'saw', undefined],
    ]);
    expect(cursor).toBeUndefined();
  });

  it('has its trail in the case file, the making of that file last', async () => {
    const { get, post, as } = await desk();
    await get(path, as.ada);
    const { trail } = recordSchema.parse(await (await post(`${path}/record`, undefined, as.luis)).json());
    expect([trail.events.map(({ what }) => what), trail.whole]).toEqual([['saw', 'exported'], true]);
  });

  it.each([
    ['another digest', `cases/${one.reference}/${'0'.repeat(64)}/trail`, 404],
    ['no reference', `cases/hello/${one.digest}/trail`, 404],
    ['a foreign cursor', `${path}/trail?cursor=x`, 200],
    ['a question nobody asked', `${path}/trail?day=2026-11-16`, 422],
  ])('answers %s', async (_, address, status) => {
    const { get, as } = await desk();
    await get(path, as.ada);
    const answer = await get(address, as.ada);
    expect(answer.status).toBe(status);
    if (status === 200) expect(await answer.json()).toEqual({ events: [] });
  });

  it('is on record as seen by who is told that somebody was quicker', async () => {
    const { post, as, audit } = await desk();
    await post(`${path}/moves`, { version: 1, move: { move: 'take' } }, as.ada);
    expect((await post(`${path}/moves`, { version: 1, move: { move: 'take' } }, as.luis)).status).toBe(409);
    expect(whatsOf(audit)).toEqual(['moved', 'saw']);
  });

  it('is on record when its number leaves in a query line', async () => {
    const cleared = moved(clearedCase(one), { move: 'note', text: 'x' });
    const { post, as, audit } = await desk(cleared);
    const cases = [{ reference: cleared.reference, digest: cleared.digest }];
    expect((await post('ki', { cases, addresses: false }, as.luis)).status).toBe(200);
    expect(audit.all()).toMatchObject([{ who: luis, what: 'exported', about: { export: 'ki' }, case: cases[0] }]);
    expect(whatsOf(audit, cleared)).toEqual(['exported']);
  });

  it('is on record when only a licensed member could have done it', async () => {
    const { post, as, audit } = await desk();
    const answer = { move: 'answer', outcome: 'voided', values: {}, override: 'They rang.' };
    const { status } = await post(`${path}/moves`, { version: 1, move: answer }, as.luis);
    expect(status).toBe(422);
    expect(audit.all()).toMatchObject([
      { who: luis, what: 'refused', about: { step: 'answer', reason: 'licensed-only' } },
    ]);
  });
});

describe('what cannot be put on record', () => {
  const gone = (): Promise<never> => Promise.reject(new StoreUnavailable('gone'));

  it.each([
    ['GET', path],
    ['GET', `cases/${one.reference}`],
    ['POST', `${path}/record`],
    ['POST', 'exports/cases'],
    ['POST', 'exports/importers'],
    ['POST', 'traces'],
  ])('is not given: %s %s', async (method, address) => {
    const audit: TrailStore = { ...memoryTrail(), put: gone };
    const { ask, as } = await desk(one, { audit });
    const body = address.endsWith('cases')
      ? { from: '2026-11-01', to: '2026-11-30' }
      : { from: '2026-11-01T00:00:00Z', to: '2026-11-30T00:00:00Z' };
    const asked = address === 'traces' ? { body: { q: one.reference } } : {};
    const sent = address.startsWith('exports') ? { body } : asked;
    const answer = await ask(method, address, { cookie: as.ada, ...sent });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain(one.answers['companyName'] ?? 'nothing');
  });
});

describe('the record of all', () => {
  it('shows licensed members a day, or one member of it, or strangers', async () => {
    const { get, post, as } = await desk();
    await get(path, as.luis);
    await get('audit', as.luis);
    await post('sign-in/link', { token: 'A'.repeat(43) });
    const of = async (query: string) =>
      auditPageSchema
        .parse(await (await get(`audit${query}`, as.ada)).json())
        .events.map(({ who, what }) => [who, what]);
    expect((await of('')).sort()).toEqual([
      [luis, 'refused'],
      [luis, 'saw'],
      ['nobody', 'refused'],
    ]);
    expect(await of('?day=2026-11-16&who=nobody')).toEqual([['nobody', 'refused']]);
    expect(await of('?day=2026-11-15')).toEqual([]);
  });

  it('is checked a day at a time, and says what is wrong', async () => {
    const { get, as, audit } = await desk();
    await get(path, as.luis);
    const check = async () => auditCheckSchema.parse(await (await get('audit/check?day=2026-11-16', as.ada)).json());
    expect(await check()).toEqual({ day: '2026-11-16', chains: 2, entries: 2, findings: [] });
    audit.chains.delete(chainName(caseChain(one)));
    const chain = `day 2026-11-16 ${luis}`;
    expect((await check()).findings).toEqual([{ chain, n: 1, fault: 'unmatched' }]);
  });

  it.each(['', '?day=2026-11', '?month=2026-11', '?day=2026-02-30'])('is not checked for "%s"', async (query) => {
    const { get, as } = await desk();
    expect((await get(`audit/check${query}`, as.ada)).status).toBe(422);
  });
});

describe('a sign-in that is refused', () => {
  it('stands with the member whose link or code it was, and else with nobody', async () => {
    const { post, signedIn, ports, audit } = await desk();
    await post('sign-in/link', { token: 'short' });
    const at = ports.now().toISOString();
    const link = { rev: 1, email: luis, madeAt: at, expiresAt: at };
    await ports.signInLinks.put({ ...link, id: hashOfToken('B'.repeat(43)) });
    await ports.signInLinks.put({ ...link, id: hashOfToken('C'.repeat(43)), usedAt: at });
    for (const letter of ['B', 'C']) await post('sign-in/link', { token: letter.repeat(43) });
    const half = await signedIn(luis, 'half');
    await post('sign-in/enrol/options', { code: 'wrong-code' }, half);
    await post('sign-in/passkey', { response: {} }, half);
    expect(audit.all().map(({ who, about }) => [who, about?.['step'], about?.['reason']])).toEqual([
      ['nobody', 'link', 'link-altered'],
      [luis, 'link', 'link-expired'],
      [luis, 'link', 'link-used'],
      [luis, 'second-factor', 'code-wrong'],
      [luis, 'second-factor', 'passkey-again'],
    ]);
    expect(JSON.stringify(audit.all())).not.toMatch(/BBBB|wrong-code"/);
  });
});
