import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { marshall } from '@aws-sdk/util-dynamodb';
import { itemOf } from '../../functions/aws/case-item.ts';
import { handle } from '../../functions/http/lambda.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { Case } from '#domain/case/case.ts';
import { envelopeNames } from '#domain/requests/envelope.ts';
import type { Fields } from '#domain/requests/field.ts';
import { secretsIn } from '#domain/requests/secret-answers.ts';
import { withoutSecrets } from '#domain/secrets/without.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { samples } from '#test/fakes/requests.ts';
import { FORM_TYPE, JSON_TYPE, errorsIn, publicDoor, routerSecret } from './desk.ts';
import { headerValue, meantText, nastyText, nastyValue, strangeName } from './nasty.ts';

/** Whatever is sent: 4xx with a reason and nothing stored, or a case that says exactly what was meant. Never 5xx. */
const typeName = fc.constantFrom(...requestTypeNames);
const fieldNames = (type: RequestTypeName) => [...Object.keys(requestTypes[type].fields), ...envelopeNames];

type Answers = ReadonlyMap<string, unknown>;

/** Questions that take a text as it is: here most of what people mean is kept. */
const textNames = (type: RequestTypeName) =>
  Object.entries(requestTypes[type].fields).flatMap(([name, { kind }]) =>
    kind === 'line' || kind === 'long-text' ? [name] : [],
  );

/** A good request of a type, with some answers replaced, and sometimes one that nobody asked for. */
const spoilt = (value: fc.Arbitrary<unknown>) =>
  typeName.chain((type) => {
    const anywhere = fc.tuple(fc.constantFrom(...fieldNames(type)), value);
    const inTexts = fc.tuple(fc.constantFrom(...textNames(type)), fc.oneof(meantText, nastyText));
    const mild = fc.array(inTexts, { minLength: 1, maxLength: 3 });
    const harsh = fc.array(fc.oneof(anywhere, inTexts), { minLength: 1, maxLength: 4 });
    const strange = fc.array(fc.tuple(strangeName, value), { minLength: 1, maxLength: 2 });
    const changes = fc.oneof(
      mild,
      harsh,
      fc.tuple(harsh, strange).map((both) => both.flat()),
    );
    return fc.tuple(fc.constantFrom(...samples[type]), changes).map(([sample, changed]) => ({
      type,
      given: new Map<string, unknown>([...Object.entries(sample), ...changed]),
    }));
  });

/** Written by hand, so that `__proto__` is a name like any other. */
const jsonOf = (given: Answers): string =>
  `{${[...given].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;

const isBlank = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** What a person meant by an answer: the text without the spaces around it, its new lines plain. */
const meant = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

function answersMeant(type: RequestTypeName, given: Answers): Record<string, unknown> {
  const fields: Fields = requestTypes[type].fields;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = given.get(name);
      if (name === 'importerNumber' || isBlank(value)) return [];
      if (typeof value !== 'string') return [[name, value]];
      // Among thousands of texts there is one now and then that looks like a secret: kept without it, as a person's would be.
      return [[name, withoutSecrets(meant(value), (text) => secretsIn(field, text)).text]];
    }),
  );
}

/** Every text of the item as DynamoDB gets it is text: AWS refuses half a character, which the embedded one takes. */
function expectStorable(one: Case): void {
  const whole = JSON.stringify([itemOf(one), marshall({ ...one }, { removeUndefinedValues: true })]);
  expect(whole).not.toMatch(/\\u[dD][89a-fA-F]/);
}

async function expectReasons(response: Response): Promise<void> {
  expect(response.status).toBe(422);
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    const items = [...(await response.text()).matchAll(/<li>([^]*?)<\/li>/g)].map(([, words = '']) => words);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((words) => words.length > 10)).toBe(true);
    return;
  }
  const errors = await errorsIn(response);
  expect(errors.length).toBeGreaterThan(0);
  for (const { code, message } of errors) {
    expect(message.length).toBeGreaterThan(10);
    if (code !== 'unknown-field') expect(message).not.toMatch(/\{\w+\}/);
  }
}

async function expectKeptOrRefused(type: RequestTypeName, given: Answers, response: Response, kept: readonly Case[]) {
  endings[response.status >= 400 ? 'refused' : 'kept'] += 1;
  if (response.status >= 400) {
    expect(kept).toEqual([]);
    return expectReasons(response);
  }
  expect([201, 303]).toContain(response.status);
  expect(kept).toHaveLength(1);
  const [one] = kept;
  if (!one) return;
  expect(one.answers).toEqual(answersMeant(type, given));
  // Nothing that was sent may be dropped in silence.
  expect([...given.keys()].filter((name) => !fieldNames(type).includes(name))).toEqual([]);
  expectStorable(one);
}

/** A property that is true of nothing proves nothing: both endings must really have come about. */
const endings = { kept: 0, refused: 0 };
const expectBothEndings = () => {
  expect(endings.kept).toBeGreaterThan(100);
  expect(endings.refused).toBeGreaterThan(100);
  Object.assign(endings, { kept: 0, refused: 0 });
};

/** Thousands of requests take some seconds, more when others work too. */
const PATIENCE = { timeout: 60_000 };

describe('a request with spoilt answers', PATIENCE, () => {
  afterEach(expectBothEndings);

  it('as JSON is refused with reasons, or kept as it was meant', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(nastyValue), async ({ type, given }) => {
        const cases = memoryCaseStore();
        const response = await publicDoor(cases).post(type, {
          body: jsonOf(given),
          headers: { 'content-type': JSON_TYPE },
        });
        await expectKeptOrRefused(type, given, response, cases.all());
      }),
      { numRuns: 3000 },
    );
  });

  it('as a form is refused with reasons, or kept as it was meant', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt(nastyText), fc.boolean(), async ({ type, given }, twice) => {
        const cases = memoryCaseStore();
        const form = new URLSearchParams([...given].map(([name, value]): [string, string] => [name, String(value)]));
        if (twice) form.append('note', 'again');
        const response = await publicDoor(cases).post(type, {
          body: form.toString(),
          headers: { 'content-type': FORM_TYPE },
        });
        if (twice && given.has('note')) expect(response.status).toBe(422);
        // Half a character cannot be written in a form: the browser, too, sends the replacement character.
        const sent = new Map<string, unknown>(form);
        await expectKeptOrRefused(type, sent, response, cases.all());
      }),
      { numRuns: 2000 },
    );
  });
});

it('cuts no character in half for an index, however a name grows when it is compared', async () => {
  const cases = memoryCaseStore();
  const [, bySsn = {}] = samples['name-query'];
  // One character that compares as three, then pairs of surrogates: a cut at 100 falls into one of them.
  const companyName = `℡${'𠮷'.repeat(49)}`;
  expect((await publicDoor(cases).postJson('name-query', { ...bySsn, companyName })).status).toBe(201);
  for (const one of cases.all()) expectStorable(one);
});

const noFault = [201, 303, 400, 404, 405, 413, 415, 422];

describe('anything at all', PATIENCE, () => {
  const header = fc.tuple(
    fc.constantFrom(
      'accept',
      'content-type',
      'content-length',
      'idempotency-key',
      'x-router-secret',
      'cookie',
      'origin',
    ),
    headerValue,
  );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.json({ noUnicodeString: false }).map((text) => new TextEncoder().encode(text)),
    spoilt(nastyValue).map(({ given }) => new TextEncoder().encode(jsonOf(given))),
    nastyText.map((text) => new TextEncoder().encode(text)),
  );

  it('sent to any address is answered without a fault of ours', async () => {
    const address = fc.oneof(
      typeName.map((type) => `/api/requests/${type}`),
      nastyText.map((text) => `/api/requests/${encodeURIComponent(text.toWellFormed())}`),
      fc.webPath().map((path) => `/api${path}`),
    );
    const method = fc.constantFrom('POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'OPTIONS');
    await fc.assert(
      fc.asyncProperty(method, address, body, fc.array(header, { maxLength: 4 }), async (how, path, bytes, headers) => {
        const { ask } = publicDoor(memoryCaseStore());
        const sent = how === 'GET' ? {} : { body: new Uint8Array(bytes) };
        const response = await ask(how, path, {
          ...sent,
          headers: { 'content-type': JSON_TYPE, ...Object.fromEntries(headers) },
        });
        expect(noFault).toContain(response.status);
        expect(response.headers.get('cache-control')).toBe('no-store');
      }),
      { numRuns: 2000 },
    );
  });

  it('in an event of the platform, too', async () => {
    const handler = handle(publicDoor(memoryCaseStore()).app);
    await fc.assert(
      fc.asyncProperty(
        typeName,
        body,
        fc.array(header, { maxLength: 4 }),
        fc.boolean(),
        async (type, bytes, headers, encoded) => {
          const result = await handler(eventOf(type, Buffer.from(bytes), Object.fromEntries(headers), encoded));
          expect(noFault).toContain(result.statusCode);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

const eventOf = (type: string, body: Buffer, headers: Record<string, string>, isBase64Encoded: boolean) => ({
  version: '2.0',
  routeKey: 'POST /api/requests/{type}',
  rawPath: `/api/requests/${type}`,
  rawQueryString: '',
  headers: { 'content-type': JSON_TYPE, 'x-router-secret': routerSecret, ...headers },
  body: body.toString(isBase64Encoded ? 'base64' : 'utf8'),
  isBase64Encoded,
  requestContext: {
    accountId: '000000000000',
    apiId: 'api',
    authentication: null,
    authorizer: {},
    domainName: 'api.example',
    domainPrefix: 'api',
    http: {
      method: 'POST',
      path: `/api/requests/${type}`,
      protocol: 'HTTP/1.1',
      sourceIp: '192.0.2.1',
      userAgent: 'test',
    },
    requestId: 'r',
    routeKey: 'POST /api/requests/{type}',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
});

describe('an idempotency key', () => {
  it('of any form names its submission, and is never kept', async () => {
    const [sample = {}] = samples['name-query'];
    await fc.assert(
      fc.asyncProperty(headerValue, headerValue, async (one, other) => {
        fc.pre(one.trim() !== '' && other.trim() !== '' && one.trim() !== other.trim());
        const cases = memoryCaseStore();
        const { postJson } = publicDoor(cases);
        for (const key of [one, one, other])
          expect((await postJson('name-query', sample, { 'idempotency-key': key })).status).toBe(201);
        expect(cases.all()).toHaveLength(2);
        if (one.trim().length > 12) expect(JSON.stringify(cases.all())).not.toContain(one.trim());
      }),
      { numRuns: 300 },
    );
  });
});
