import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import type { Broker } from '#domain/broker/broker.ts';
import { deskDoor } from '#test/fakes/desk-door.ts';
import { describe as said } from '../../functions/http/desk/openapi/describe.ts';
import type { Schema } from '../../functions/http/desk/openapi/describe.ts';
import { documentOf } from '../../functions/http/desk/openapi/document.ts';
import { exampleOf, fieldsOf } from '../../functions/http/desk/openapi/fields.ts';
import { calls, path, stage } from './desk-calls.ts';
import { expectFits } from './desk-openapi.ts';

const byProvider: Broker = {
  ...broker,
  signIn: { with: 'oidc', issuer: 'https://id.example', clientId: 'desk', secondFactor: 'provider' },
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
