import fc from 'fast-check';
import type { Case } from '#domain/case/case.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { lacking } from '#test/fakes/importer-cases.ts';
import { samples } from '#test/fakes/requests.ts';
import type { ApiEvent } from '../../functions/http/lambda.ts';
import { schemaOf } from '../../functions/http/desk/openapi/describe.ts';
import type { Schema } from '../../functions/http/desk/openapi/describe.ts';
import type { DeskRoute } from '../../functions/http/desk/desk-route.ts';
import { routerSecret } from './desk.ts';
import { headerValue, nastyText, nastyValue, strangeName } from './nasty.ts';

/** Requests near to what a route wants, and what must hold of every answer, whatever was sent. */

/** How often, in runs of an ordinary `npm test`: FUZZ=20 for a night. */
export const times = Math.max(0.1, Number(process.env['FUZZ'] ?? 1));
export const runs = (usual: number): number => Math.ceil(usual * times);

/** A word that stands in what is sent and nowhere else: where it shows in a log, or as markup on a page, we see it. */
export const mark = 'zq9x';
const markup = [
  `${mark}<script>alert(1)</script>`,
  `${mark}"'><${mark} onload=alert(1)>`,
  `</title><${mark}>`,
  `--><${mark}><!--`,
  `javascript:${mark}`,
  `${mark}\r\nSet-Cookie: ${mark}=1`,
  `${mark}\nLocation: https://evil.example/`,
  `${mark}\u0000${mark}`,
  `${mark}@evil.example`,
  `\${${mark}} {{${mark}}} <%= ${mark} %>`,
];
const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...markup) },
  { weight: 3, arbitrary: nastyText },
  { weight: 1, arbitrary: nastyText.map((one) => `${mark} ${one}`) },
);

const deep = (levels: number): unknown => (levels === 0 ? mark : { a: [deep(levels - 1)] });
const harsh: fc.Arbitrary<unknown> = fc.oneof(
  nastyValue,
  text,
  fc.constantFrom<unknown>(
    1e308,
    -1e308,
    2 ** 53,
    0.1,
    -1,
    deep(40),
    Array.from({ length: 300 }, () => mark),
    mark.repeat(4000),
  ),
);

/** Written by hand, so that `__proto__` is a name like any other. */
const jsonOf = (value: unknown): string => {
  if (value instanceof Map) {
    const pairs = [...value].map(([name, one]) => `${JSON.stringify(String(name))}:${jsonOf(one)}`);
    return `{${pairs.join(',')}}`;
  }
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(',')}]`;
  return value === undefined ? 'null' : JSON.stringify(value);
};

type Maybe = Schema | boolean | undefined;
const schemaIn = (said: Maybe): Schema => (typeof said === 'object' ? said : {});

/** Which case the request is about; the words below are taken for its own when it is sent. */
const its = { reference: '@reference', digest: '@digest', version: 424_242 } as const;
const ofCase = (name: string): fc.Arbitrary<unknown> | undefined =>
  name === 'reference' || name === 'digest' || name === 'version' ? fc.constant(its[name]) : undefined;

const withText = (plain: string): fc.Arbitrary<unknown> => fc.oneof(fc.constant(plain), text);
const byFormat: Readonly<Record<string, string>> = { date: '2026-11-16', 'date-time': '2026-11-16T15:00:00Z' };

/** A value that the schema takes, mostly: each part may be spoilt. */
function near(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: fitting(schema, name) }, { weight: 1, arbitrary: harsh });
}

function fitting(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const known = ofCase(name);
  if (known) return known;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  const choices = (schema.anyOf ?? schema.oneOf ?? []).map((one: Maybe) => fitting(schemaIn(one), name));
  if (choices.length > 0) return fc.oneof(...choices);
  if (schema.type === 'array') {
    const items = Array.isArray(schema.items) ? {} : schemaIn(schema.items);
    return fc.array(near(items), { maxLength: 4 });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'number' || schema.type === 'integer') return fc.integer({ min: 0, max: 40 });
  if (schema.type === 'string') return withText(byFormat[schema.format ?? ''] ?? 'ada@harborpine.example');
  return objectOf(schema);
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const any = schemaIn(additionalProperties);
  const own = Object.entries(properties).map(([name, said]) =>
    near(schemaIn(said), name).chain((value) =>
      (required.includes(name) ? fc.constant(true) : fc.boolean()).map((is) => (is ? [[name, value] as const] : [])),
    ),
  );
  const open =
    Object.keys(any).length > 0 ? fc.array(fc.tuple(strangeName, near(any)), { maxLength: 3 }) : fc.constant([]);
  const strange = fc.oneof(
    { weight: 15, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(strangeName, harsh), { maxLength: 2 }) },
  );
  return fc
    .tuple(fc.tuple(...own), open, strange)
    .map(([fields, more, odd]) => new Map<string, unknown>([...fields.flat(), ...more, ...odd]));
}

export type Fuzzed = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly base64: boolean;
};

const encoded = (said: string): string => encodeURIComponent(said.toWellFormed());
const part = (good: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 14, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: text.map(encoded) },
    { weight: 1, arbitrary: text },
  );

/** A route's path with something in its places. */
const pathOf = (pattern: string, good: Readonly<Record<string, string>>): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...pattern.split('/').map((place) => (place.startsWith('{') ? part(good[place] ?? 'none') : fc.constant(place))),
    )
    .map((places) => places.join('/'));

const methodNear = (wanted: string): fc.Arbitrary<string> => {
  const usual = wanted === 'ANY' ? 'PUT' : wanted;
  return fc.oneof(
    { weight: 16, arbitrary: fc.constant(usual) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', mark),
    },
  );
};

const query: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .array(fc.tuple(fc.constantFrom('done', 'state', 'cursor', 'q', 'mine', '__proto__', 'code', 'iss'), text), {
      maxLength: 3,
    })
    .map((pairs) => pairs.map(([name, value]) => `${name}=${encoded(value)}`).join('&')),
  text,
);

const names = [
  'accept',
  'content-type',
  'content-length',
  'idempotency-key',
  'cookie',
  'origin',
  'sec-fetch-site',
  'host',
  'x-forwarded-host',
  'x-forwarded-for',
  'referer',
  'user-agent',
  'x-http-method-override',
  'accept-language',
];
const strangeHeaders = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(headerValue, fc.constantFrom(...markup))), {
      maxLength: 3,
    }),
  },
);
const types = fc.oneof(
  { weight: 6, arbitrary: fc.constant('application/json') },
  { weight: 3, arbitrary: fc.constant('application/x-www-form-urlencoded') },
  { weight: 1, arbitrary: headerValue },
);

const headersNear = (usual: Readonly<Record<string, string>>): fc.Arbitrary<Record<string, string>> =>
  fc.tuple(strangeHeaders, types, fc.boolean()).map(([strange, type, page]) => ({
    'x-router-secret': routerSecret,
    'content-type': type,
    ...(page && { accept: 'text/html' }),
    ...usual,
    ...Object.fromEntries(strange),
  }));

/** A value as it travels: JSON, a form, or bytes that are neither. */
function bodyOf(value: unknown, type: string, spoil: 'no' | 'cut' | 'bytes'): string | Uint8Array {
  if (spoil === 'bytes') return new Uint8Array([0xff, 0xfe, 0xc3, 0x28, 0, 0x7b]);
  const form = type.startsWith('application/x-www-form') && value instanceof Map;
  const whole = form
    ? new URLSearchParams(
        [...value].map(([name, one]): [string, string] => [
          String(name),
          typeof one === 'string' ? one.toWellFormed() : jsonOf(one),
        ]),
      ).toString()
    : jsonOf(value);
  return spoil === 'cut' ? whole.slice(0, whole.length / 2) : whole;
}
const spoil = fc.oneof(
  { weight: 12, arbitrary: fc.constant('no' as const) },
  { weight: 1, arbitrary: fc.constantFrom('cut' as const, 'bytes' as const) },
);

const inputOf = ({ input }: DeskRoute): fc.Arbitrary<unknown> => near(schemaOf(input, 'input'));
const queryOf = ({ query: schema }: DeskRoute): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: near(schemaOf(schema, 'input')).map(asQuery) }, { weight: 1, arbitrary: query });
const asQuery = (value: unknown): string =>
  value instanceof Map ? String(bodyOf(value, 'application/x-www-form-urlencoded', 'no')) : '';

/** Each route, more often what is asked as it should be; the one that moves cases, which says the most, oftenest. */
const routesOf = <R>(routes: readonly R[], nameOf: (route: R) => string): fc.Arbitrary<R> =>
  fc.oneof(
    ...routes.map((route) => {
      const name = nameOf(route);
      const weight = /^ANY|sign-out/.test(name) ? 1 : name.endsWith('/moves') ? 30 : 3;
      return { weight, arbitrary: fc.constant(route) };
    }),
  );

const filledIn = (said: string, of: Case): string =>
  said
    .replaceAll(encodeURIComponent(its.reference), of.reference)
    .replaceAll(its.reference, of.reference)
    .replaceAll(encodeURIComponent(its.digest), of.digest)
    .replaceAll(its.digest, of.digest)
    .replaceAll(String(its.version), String(of.version));

/** As the platform hands it to a door. */
export const eventOf = ({ method, path, query: asked, headers, body, base64 }: Fuzzed, of: Case): ApiEvent => {
  const whole = typeof body === 'string' ? Buffer.from(filledIn(body, of)) : Buffer.from(body);
  const { cookie, ...rest } = headers;
  return {
    rawPath: filledIn(path, of),
    rawQueryString: filledIn(asked, of),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: rest,
    body: whole.toString(base64 ? 'base64' : 'utf8'),
    isBase64Encoded: base64,
    requestContext: { http: { method } },
  };
};

const split = (name: string) => {
  const [method = '', path = ''] = name.split(' ');
  return { method, path };
};

/** Answers by name, some of them spoilt. */
const answersNear = (good: readonly Readonly<Record<string, unknown>>[]): fc.Arbitrary<Map<string, unknown>> => {
  const all = [...new Set(good.flatMap((one) => Object.keys(one)))];
  const change = fc.tuple(fc.oneof(fc.constantFrom(...all), strangeName, text), fc.oneof(text, nastyValue));
  return fc
    .tuple(fc.constantFrom(...good), fc.array(change, { maxLength: 3 }))
    .map(([one, changes]) => new Map<string, unknown>([...Object.entries(one), ...changes]));
};

const request = (
  name: string,
  {
    places = {},
    value,
    usual = {},
    asked = query,
  }: {
    places?: Record<string, string>;
    value: fc.Arbitrary<unknown>;
    usual?: Record<string, string>;
    asked?: fc.Arbitrary<string>;
  },
): fc.Arbitrary<Fuzzed> => {
  const { method, path } = split(name);
  return fc
    .record({
      method: methodNear(method),
      path: pathOf(path, places),
      query: asked,
      headers: headersNear(usual),
      value,
      spoil,
      base64: fc.boolean(),
    })
    .map(({ value: said, spoil: how, ...rest }) => ({
      ...rest,
      body: bodyOf(said, rest.headers['content-type'] ?? '', how),
    }));
};

export const shown = ({ method, path, query: asked, headers, body }: Fuzzed): string =>
  JSON.stringify({ method, path, asked, headers, body: String(body).slice(0, 2000) });

const good = requestTypeNames.flatMap((type) => samples[type].map((sample) => ({ ...sample, note: 'Hello' })));

/** To the door for anybody. */
export const intakeRequests = (routes: readonly string[]): fc.Arbitrary<Fuzzed> =>
  fc
    .tuple(
      routesOf(routes, (name) => name),
      fc.constantFrom(...requestTypeNames),
    )
    .chain(([name, type]) =>
      request(name, { places: { '{type}': type, '{reference}': its.reference }, value: answersNear(good) }),
    );

/** Stands for the last part of a mailed address. */
export const link = '@link';
const replies = [
  { text: 'Hello' },
  { q1: 'Acme Imports LLC', text: '' },
  { question: 'q1', text: 'x' },
  { reference: 'H7K2M-9QXTC', email: 'rosa@acme.example' },
  lacking,
];

/** To the door for who holds a link; `to` is the link's purpose that the route wants. */
export const importerRequests = (routes: readonly string[], origin: string) =>
  routesOf(routes, (name) => name).chain((name) =>
    request(name, { places: { '{link}': link }, value: answersNear(replies), usual: { origin } }).map((one) => ({
      ...one,
      to: name.split('/')[3] ?? '',
    })),
  );

/** To the desk. */
export const deskRequests = (routes: readonly DeskRoute[], origin: string): fc.Arbitrary<Fuzzed> => {
  const usual = { origin, 'content-type': 'application/json' };
  const places = { '{reference}': its.reference, '{digest}': its.digest, '{email}': 'luis%40harborpine.example' };
  return routesOf(routes, ({ name }) => name).chain((route) =>
    request(route.name, { places, value: inputOf(route), usual, asked: queryOf(route) }),
  );
};
