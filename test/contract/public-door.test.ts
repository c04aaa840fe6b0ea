import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { publicDoor } from '../../functions/http-client/public-door.ts';
import { closed, listen } from '../../infra/local/listen.ts';

/** The public door as our canary finds it, whatever stands at its address. */
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  body: string;
};

async function site(answer: (response: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      answer(response);
    });
  });
  const port = await listen(server, 0);
  undo.push(() => closed(server));
  return { url: `http://localhost:${port}`, asked };
}

const saying =
  (status: number, body: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
const request = { companyName: 'Canary kvgnpdqf', mark: 'm' };

it('is asked as the page asks it, by the site’s own address, and says who asks', async () => {
  const { url, asked } = await site(saying(201, '{"reference":"H7K2M-9QXTC"}'));
  expect(await publicDoor(url).post('name-query', request)).toEqual({ status: 201, reference: 'H7K2M-9QXTC' });
  expect(asked).toMatchObject([
    {
      ...{ method: 'POST', url: '/api/requests/name-query' },
      headers: { 'content-type': 'application/json', 'user-agent': 'importer-desk-canary' },
    },
  ]);
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual(request);
});

describe('what is no reference', () => {
  it.each([
    ['a page', 201, '<!doctype html>'],
    ['nothing', 201, ''],
    ['another shape', 201, '{"reference":"12"}'],
    ['one that a person would type', 201, '{"reference":"h7k2m9qxtc"}'],
    ['a number', 201, '{"reference":7}'],
    ['a list', 201, '["H7K2M-9QXTC"]'],
    ['a refusal', 503, '{"status":503}'],
    ['problems', 422, '{"errors":[]}'],
  ])('is not taken for one: %s', async (_, status, body) => {
    const { url } = await site(saying(status, body));
    expect(await publicDoor(url).post('name-query', request)).toEqual({ status });
  });
});

it('is not followed elsewhere', async () => {
  const other = await site(saying(201, '{"reference":"H7K2M-9QXTC"}'));
  const { url } = await site(saying(307, '', { location: `${other.url}/api/requests/name-query` }));
  expect(await publicDoor(url).post('name-query', request)).toEqual({ status: 307 });
  expect(other.asked).toEqual([]);
});

describe('when nobody answers', () => {
  it('says that the way is shut', async () => {
    const { url } = await site(saying(201, ''));
    await undo.pop()?.();
    expect(await publicDoor(url).post('name-query', request)).toEqual({ status: 0, why: 'ECONNREFUSED' });
  });

  it('gives up after its time, before an answer and in the middle of one', async () => {
    const silent = await site(() => undefined);
    expect(await publicDoor(silent.url, 60).post('name-query', request)).toEqual({ status: 0, why: 'TimeoutError' });
    const halting = await site((response) => void response.writeHead(201).write('{"refer'));
    expect(await publicDoor(halting.url, 60).post('name-query', request)).toEqual({ status: 0, why: 'TimeoutError' });
  });

  it('says that the line was cut', async () => {
    const { url } = await site((response) => void response.destroy());
    expect(await publicDoor(url).post('name-query', request)).toMatchObject({ status: 0, why: /./ });
  });
});
