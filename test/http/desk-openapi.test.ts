import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { hashOfToken, newToken } from '#casework/links.ts';
import type { Passkeys } from '#casework/sign-in/ports.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { handedCodeSchema } from '#domain/desk/members.ts';
import { ada, deskDoor, luis } from '#test/fakes/desk-door.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { describe as said } from '../../functions/http/desk/openapi/describe.ts';
import type { Schema } from '../../functions/http/desk/openapi/describe.ts';
import { documentOf } from '../../functions/http/desk/openapi/document.ts';
import { exampleOf, fieldsOf } from '../../functions/http/desk/openapi/fields.ts';
import { expectFits } from './desk-openapi.ts';

const one = opened('name-query');
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
const byProvider: Broker = {
  ...broker,
  signIn: { with: 'oidc', issuer: 'https://id.example', clientId: 'desk', secondFactor: 'provider' },
};

async function stage(change: Parameters<typeof deskDoor>[0] = {}) {
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

type Stage = Awaited<ReturnType<typeof stage>>;
const path = `cases/${one.reference}/${one.digest}`;
const days = { from: '2026-11-01', to: '2026-11-30' };

/** A call of every route as it is meant. A route that stands not here fails its test. */
const calls: Readonly<Record<string, (on: Stage) => Promise<Response>>> = {
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
  'GET /api/desk/openapi.json': ({ get, as }) => get('openapi.json', as),
  'GET /api/desk/openapi': ({ get, as }) => get('openapi', as),
};

/** Without an identity provider, or with a passkey that nobody has, these say no as they should. */
const not200: Readonly<Record<string, number>> = {
  'POST /api/desk/passkeys/{id}/remove': 422,
  'GET /api/desk/sign-in/oidc': 404,
  'GET /api/desk/sign-in/oidc/return': 404,
};

const { routes } = deskDoor();
const document = documentOf(routes.map(said), { broker, siteUrl: 'https://desk.example' });

describe('every answer fits its description', () => {
  it.each(routes)('$name', async (route) => {
    const call = calls[route.name];
    if (!call) throw new Error(`no call of ${route.name} is written down here`);
    const answer = await call(await stage());
    expect(answer.status).toBe(not200[route.name] ?? 200);
    await expectFits(route, answer);
  });

  it('knows no route that is gone', () => {
    expect(Object.keys(calls).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it.each(routes.filter(({ who }) => who !== 'anyone'))('a stranger at $name', async (route) => {
    const [method = '', address = ''] = route.name.split(' ');
    const named = address.replace('/api/desk/', '').replace(/\{\w+\}/g, 'x');
    await expectFits(route, await (await stage()).ask(method, named));
  });

  it('a redirect to the identity provider', async () => {
    const route = routes.find(({ name }) => name.endsWith('/sign-in/oidc'));
    if (!route) throw new Error('it is a route');
    const provider = {
      address: () => Promise.resolve({ to: 'https://id.example/authorize' }),
      claims: () => Promise.resolve({ claims: {} }),
    };
    const answer = await (await stage({ broker: byProvider, provider })).get('sign-in/oidc');
    expect(answer.status).toBe(303);
    await expectFits(route, answer);
  });

  it.each([
    [
      'a move that came too late',
      'POST /api/desk/cases/{reference}/{digest}/moves',
      409,
      { version: 9, move: { move: 'take' } },
    ],
    [
      'a move that is none',
      'POST /api/desk/cases/{reference}/{digest}/moves',
      422,
      { version: 1, move: { move: 'fly' } },
    ],
    [
      'a move that is refused',
      'POST /api/desk/cases/{reference}/{digest}/moves',
      422,
      { version: 1, move: { move: 'reopen', reason: 'x' } },
    ],
  ])('%s', async (_, name, status, body) => {
    const route = routes.find((each) => each.name === name);
    if (!route) throw new Error(`${name} is no route`);
    const { post, as } = await stage();
    const answer = await post(`${path}/moves`, body, as);
    expect(answer.status).toBe(status);
    await expectFits(route, answer);
  });

  it.each([
    ['GET', 'cases?cursor=hello', 'cursor'],
    ['GET', 'cases?of=nothing', 'of'],
    ['GET', 'cases?unknown=1', ''],
    ['GET', 'search?q=4567', 'q'],
    ['GET', 'search?q=', 'q'],
    ['GET', 'insights?days=9999', 'days'],
    ['GET', 'insights?days=x', 'days'],
    ['POST', 'exports/cases', 'to'],
  ])('%s %s: 422 that names the field', async (method, address, field) => {
    const { ask, as } = await stage();
    const body = method === 'POST' ? { body: { from: '2026-11-02', to: '2026-11-01' } } : {};
    const answer = await ask(method, address, { cookie: as, ...body });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'input', errors: [{ field }] });
  });
});

type Walked = { readonly at: string; readonly schema: Schema };

/** A schema and all within it. */
function walk(schema: Schema | boolean | undefined, at: string): Walked[] {
  if (typeof schema !== 'object') return [];
  const { properties = {}, items, anyOf = [], oneOf = [], additionalProperties, propertyNames } = schema;
  return [
    { at, schema },
    ...Object.entries(properties).flatMap(([name, child]) => walk(child, `${at}.${name}`)),
    ...(Array.isArray(items) ? [] : walk(items, `${at}[]`)),
    ...[...anyOf, ...oneOf].flatMap((child, nth) => walk(child, `${at}|${String(nth)}`)),
    ...walk(additionalProperties, `${at}.*`),
    ...walk(propertyNames, `${at}#`),
  ];
}

describe('the OpenAPI document', () => {
  const operations = Object.entries(document.paths).flatMap(([address, item]) =>
    Object.entries(item).map(([method, operation]) => ({ address, method, operation })),
  );
  const schemas = operations.flatMap(({ address, method, operation }) => [
    ...operation.parameters.map(({ name, schema }) => ({ at: `${method} ${address} ?${name}`, schema })),
    ...(operation.requestBody
      ? [{ at: `${method} ${address} body`, schema: operation.requestBody.content['application/json'].schema }]
      : []),
    ...Object.entries(operation.responses).flatMap(([status, { content }]) =>
      Object.values(content).flatMap(({ schema }) =>
        schema ? [{ at: `${method} ${address} ${status}`, schema }] : [],
      ),
    ),
  ]);
  const parts: readonly Walked[] = [
    ...schemas,
    ...Object.entries(document.components.schemas).map(([at, schema]) => ({ at, schema })),
  ].flatMap(({ at, schema }) => walk(schema, at));

  it('has every route, and no other', () => {
    const named = operations.map(({ method, address }) => `${method.toUpperCase()} ${address}`);
    expect(named.sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it('says what OpenAPI 3.1 asks for', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info.title).not.toBe('');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { address, method, operation } of operations) {
      expect(['get', 'post']).toContain(method);
      const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(operation.parameters.every((one) => one.in !== 'path' || one.required)).toBe(true);
      expect(method === 'get' && operation.requestBody).toBeFalsy();
      expect(operation.summary).toMatch(/\.$/);
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^(\d{3}|default)$/);
        expect(description).toMatch(/\.$/);
        expect(Object.keys(content).every((type) => /^\w+\/[\w+-]+/.test(type))).toBe(true);
      }
    }
  });

  it('asks for the cookie wherever a stranger may not call', () => {
    expect(document.components.securitySchemes.session).toEqual({ type: 'apiKey', in: 'cookie', name: '__Host-desk' });
    for (const { address, method, operation } of operations) {
      const route = routes.find(({ name }) => name === `${method.toUpperCase()} ${address}`);
      expect(operation.security).toEqual(route?.who === 'anyone' ? [] : [{ session: [] }]);
      expect(operation['x-who']).toBe(route?.who);
    }
  });

  it('holds schemas that can be read: types that exist, references that lead somewhere, patterns that compile', () => {
    const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null', undefined];
    for (const { at, schema } of parts) {
      expect(types, at).toContain(schema.type);
      const names = Object.keys(schema.properties ?? {});
      expect(
        (schema.required ?? []).filter((name) => !names.includes(name)),
        at,
      ).toEqual([]);
      if (schema.pattern !== undefined) expect(() => new RegExp(schema.pattern ?? '', 'u'), at).not.toThrow();
      if (schema.$ref !== undefined)
        expect(
          Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
          at,
        ).toContain(schema.$ref);
    }
    expect(parts.length).toBeGreaterThan(200);
  });

  it('takes nothing that it does not know, and promises every answer of data', () => {
    const bodies = operations.flatMap(({ operation: { requestBody } }): Schema[] =>
      requestBody ? [requestBody.content['application/json'].schema] : [],
    );
    expect(bodies.length).toBeGreaterThan(5);
    for (const schema of bodies) expect(schema.additionalProperties).toBe(false);
  });
});

describe('what a reader sees of a schema', () => {
  const schema: Schema = {
    type: 'object',
    properties: {
      a: { type: 'string', maxLength: 9 },
      list: { type: 'array', items: { type: 'object', properties: { b: { enum: ['x', 'y'] } }, required: ['b'] } },
      one: {
        oneOf: [
          { type: 'object', properties: { move: { const: 'take' }, to: { type: 'number' } }, required: ['move'] },
        ],
      },
    },
    required: ['list', 'one'],
  };
  it('lists every field by its way', () => {
    expect(fieldsOf(schema).map(({ way, kind, needed }) => `${way}: ${kind}${needed ? '!' : ''}`)).toEqual([
      'a: string ≤ 9',
      'list: object[]!',
      'list[].b: "x" | "y"!',
      'one: object!',
      'one(move=take): object',
      'one(move=take).to: number',
    ]);
  });

  it('makes an example with every needed field', () => {
    expect(exampleOf(schema)).toEqual({ list: [{ b: 'x' }], one: { move: 'take' } });
  });
});

describe('the page of the API', () => {
  it('has a section for every route, and nothing that is not escaped', async () => {
    const { get, as } = await stage();
    const page = await (await get('openapi', as)).text();
    for (const { id } of routes.map(said)) {
      expect(page).toContain(`id="${id}"`);
      expect(page).toContain(`href="#${id}"`);
    }
    expect(page).not.toContain('[object Object]');
    expect(page).not.toContain('undefined');
  });
});
