import { describe, expect, it } from 'vitest';
import { StoreUnavailable } from '#casework/ports.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { samples } from '#test/fakes/requests.ts';
import { FORM_TYPE, JSON_TYPE, asForm, asJson, publicDoor } from './desk.ts';
import type { Sent } from './desk.ts';

const [sample = {}] = samples['name-query'];
const LIMIT = 64 * 1024;
const bytes = (...numbers: number[]) => new Uint8Array(numbers);

/** A JSON body of exactly so many bytes, in two-byte letters as far as may be: characters are not what is counted. */
function jsonOf(size: number): string {
  const start = JSON.stringify({ ...sample, filler: '' }).slice(0, -2);
  const room = size - Buffer.byteLength(start) - 2;
  return `${start}${'é'.repeat(room >> 1)}${room % 2 ? 'e' : ''}"}`;
}

/** Everything that can be sent, and what a resource that takes requests answers to it. */
const bodies: Readonly<Record<string, readonly [Sent, number]>> = {
  'good JSON': [asJson(sample), 201],
  'JSON with a charset': [asJson(sample, { 'content-type': 'Application/JSON; charset=utf-8' }), 201],
  'JSON for a browser': [asJson(sample, { accept: 'text/html' }), 201],
  'a good form': [asForm(sample), 303],
  'a form for a script': [asForm(sample, { accept: JSON_TYPE }), 303],
  'an empty object': [asJson({}), 422],
  'an empty form': [asForm(''), 422],
  'broken JSON': [{ body: '{"a":', headers: { 'content-type': JSON_TYPE } }, 400],
  'nothing, as JSON': [{ headers: { 'content-type': JSON_TYPE } }, 400],
  'a list': [asJson([sample]), 400],
  null: [asJson(null), 400],
  'a text': [asJson('hello'), 400],
  'broken UTF-8 in JSON': [{ body: bytes(123, 34, 0xc3, 0x28, 34, 125), headers: { 'content-type': JSON_TYPE } }, 400],
  'broken UTF-8 in a form': [{ body: bytes(97, 61, 0xff), headers: { 'content-type': FORM_TYPE } }, 400],
  'UTF-16': [{ body: bytes(0xff, 0xfe, 123, 0, 125, 0), headers: { 'content-type': JSON_TYPE } }, 400],
  'exactly 64 KiB': [{ body: jsonOf(LIMIT), headers: { 'content-type': JSON_TYPE } }, 422],
  'a byte more': [{ body: jsonOf(LIMIT + 1), headers: { 'content-type': JSON_TYPE } }, 413],
  'a form that is too large': [asForm(`note=${'x'.repeat(LIMIT)}`), 413],
  'a length that is too large': [asJson(sample, { 'content-length': String(LIMIT + 1) }), 413],
  'a length that lies': [
    { body: jsonOf(LIMIT + 1), headers: { 'content-type': JSON_TYPE, 'content-length': '9' } },
    413,
  ],
  'a length that is none': [asJson(sample, { 'content-length': 'many' }), 201],
  'no type': [{ body: bytes(123, 125) }, 415],
  'plain text': [{ body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
  'a multipart form': [{ body: '--x--', headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 415],
  XML: [{ body: '<a/>', headers: { 'content-type': 'application/xml' } }, 415],
  'two types': [asJson(sample, { 'content-type': 'application/json, text/plain' }), 415],
  'an empty type': [asJson(sample, { 'content-type': ';' }), 415],
};

/** The other places, which answer the same whatever the body is. */
const elsewhere: readonly [string, string, number][] = [
  ['POST', '/api/requests/other-type', 404],
  ['POST', '/api/requests/constructor', 404],
  ['POST', '/api/requests/__proto__', 404],
  ['POST', '/api/requests/Name-Query', 404],
  ['POST', '/api/requests/name-query/', 404],
  ['POST', '/api/requests/name-query/more', 404],
  ['POST', '/api/requests/%6e%zz', 404],
  ['POST', '/api/requests', 404],
  ['POST', '/api/', 404],
  ['POST', '/api/requests/sent/H7K2M-9QXTC', 404],
  ['PUT', '/api/requests/name-query', 405],
  ['PATCH', '/api/requests/name-query', 405],
  ['DELETE', '/api/requests/email-update', 405],
  ['OPTIONS', '/api/requests/name-query', 405],
];

const door = () => publicDoor(memoryCaseStore());

/** What every answer keeps, whatever it says: nobody stores it, and CloudFront would turn a 403 into the site's 404. */
async function expectWellBehaved(response: Response, sent: Sent): Promise<void> {
  expect(response.headers.get('cache-control')).toBe('no-store');
  const type = response.headers.get('content-type') ?? '';
  const body = await response.text();
  if (type.startsWith('text/html')) {
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(body).toMatch(/<main[^]*<h1>[^<]+<\/h1>/);
  } else if (response.status >= 400) {
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({ type: 'about:blank', status: response.status });
  }
  if (sent.headers?.['content-type'] === FORM_TYPE && response.status >= 400) expect(type).toMatch(/^text\/html/);
}

describe.each(['name-query', 'email-update'])('POST /api/requests/%s', (type) => {
  it.each(Object.entries(bodies))('with %s', async (_, [sent, expected]) => {
    const response = await door().post(type, sent);
    // The sample is a name query: as an email update it lacks answers.
    expect(response.status).toBe(type === 'email-update' && expected < 400 ? 422 : expected);
    await expectWellBehaved(response, sent);
  });
});

describe.each(elsewhere)('%s %s', (method, path, status) => {
  it.each(Object.entries(bodies))(`answers ${String(status)} to %s`, async (_, [sent]) => {
    const response = await door().ask(method, path, sent);
    expect(response.status).toBe(status);
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
    await expectWellBehaved(response, sent);
  });
});

describe('words for who asks', () => {
  it('a browser that opens the address of a form gets a page', async () => {
    const response = await door().ask('GET', '/api/requests/name-query', { headers: { accept: 'text/html,*/*' } });
    expect(response.status).toBe(405);
    expect(await response.text()).toContain('<h1>This address takes only a filled-in form</h1>');
  });

  it('a program gets problem details', async () => {
    const response = await door().ask('GET', '/api/requests/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, title: 'There is nothing at this address' });
  });

  it('HEAD has no body', async () => {
    const response = await door().ask('HEAD', '/api/requests/sent/H7K2M-9QXTC');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('the Router’s secret', () => {
  const everything: readonly [string, string, Sent][] = [
    ['POST', '/api/requests/name-query', asJson(sample)],
    ['POST', '/api/requests/name-query', asForm(sample)],
    ['GET', '/api/requests/sent/H7K2M-9QXTC', {}],
    ['GET', '/api/requests/name-query', {}],
  ];

  it.each(everything)('%s %s finds nothing without it, or with another', async (method, path, sent) => {
    const cases = memoryCaseStore();
    const { request } = publicDoor(cases);
    for (const secret of [undefined, '', 'only the Router know', 'only the Router knows.', 'ONLY THE ROUTER KNOWS']) {
      const headers = { ...sent.headers, ...(secret !== undefined && { 'x-router-secret': secret }) };
      const response = await request(path, {
        method,
        ...(sent.body !== undefined && { body: sent.body }),
        headers,
      });
      expect(response.status).toBe(404);
      await expectWellBehaved(response, sent);
    }
    expect(cases.all()).toEqual([]);
  });

  it('that nobody has set opens nothing', async () => {
    const { request } = publicDoor(memoryCaseStore(), { routerSecret: '' });
    const page = '/api/requests/sent/H7K2M-9QXTC';
    expect((await request(page)).status).toBe(404);
    expect((await request(page, { headers: { 'x-router-secret': '' } })).status).toBe(404);
  });
});

describe('when the store cannot be asked', () => {
  const { postJson, postForm, logged } = publicDoor({ put: () => Promise.reject(new StoreUnavailable('down')) });

  it('a program gets 503 and when to come back', async () => {
    const response = await postJson('name-query', sample);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('10');
    expect(await response.clone().json()).toMatchObject({
      title: 'Action needed: we cannot say that your request is stored',
    });
    await expectWellBehaved(response, asJson(sample));
    expect(logged).toEqual([{ event: 'store-unavailable', details: { route: 'POST /api/requests/{type}' } }]);
  });

  it('a person gets a page that says nothing is lost', async () => {
    const response = await postForm('name-query', sample);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
    const told = await response.clone().text();
    expect(told).toContain('Nothing you typed is lost');
    expect(told).toContain('Sending it again does no harm.');
    await expectWellBehaved(response, asForm(sample));
  });

  it('what is wrong with the answers is said all the same', async () => {
    expect((await postJson('name-query', {})).status).toBe(422);
  });
});

describe('a mistake of ours', () => {
  // As a message may quote what was typed, in lines that look like a stack's.
  const secretWords = `cannot read\n    at ${sample['contactEmail'] ?? ''}`;
  const broken = publicDoor({ put: () => Promise.reject(new TypeError(secretWords)) });

  it.each([
    ['a program', asJson(sample)],
    ['a person', asForm(sample)],
  ])('is 500 for %s, with something to quote and nothing private', async (_, sent) => {
    const response = await broken.post('name-query', sent);
    expect(response.status).toBe(500);
    const told = await response.clone().text();
    expect(told).toContain('Please send it again: that does no harm. If it fails again, call us and quote E-7F3A9C.');
    expect(told).not.toMatch(/rosa@|TypeError|\.ts/);
    await expectWellBehaved(response, sent);
    const last = broken.logged.at(-1);
    expect(last).toMatchObject({ event: 'unexpected', details: { id: 'E-7F3A9C', error: 'TypeError' } });
    expect(JSON.stringify(last)).not.toContain('rosa@');
  });
});
