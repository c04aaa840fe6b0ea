import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handle } from '../../functions/http/lambda.ts';
import { closed, listen } from '../../infra/local/listen.ts';
import { localRouter } from '../../infra/local/router.ts';
import { refusalHeaders } from '../../infra/firewall-pages.ts';
import { securityHeaders } from '../../infra/headers.ts';
import { limits } from '../../infra/limits.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { samples } from '#test/fakes/requests.ts';
import { FORM_TYPE, JSON_TYPE, publicDoor, routerSecret } from './desk.ts';

/** The Router of one machine, by its socket: whatever comes, it answers and goes on. */
const [sample = {}] = samples['name-query'];
const cases = memoryCaseStore();
const door = handle(publicDoor(cases).app);

let folder = '';
let port = 0;
let url = '';
let server: ReturnType<typeof localRouter>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'));
  await mkdir(join(folder, 'en'));
  await writeFile(join(folder, 'en/index.html'), '<h1>Start</h1>');
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *\n');
  await writeFile(join(folder, '.built-from'), 'a stamp of the build');
  await writeFile(join(folder, '404.html'), '<h1>Nothing here</h1>');
  server = localRouter({
    siteFolder: folder,
    routerSecret,
    rateLimit: false,
    isReady: () => true,
    doorOf: () => door,
  });
  port = await listen(server, 0);
  url = `http://localhost:${String(port)}`;
});
afterAll(async () => {
  await closed(server);
  await rm(folder, { recursive: true });
});

/** What a program writes that no HTTP library would: the first line of the answer. */
const raw = (request: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let text = '';
    socket.setEncoding('latin1').on('data', (part) => {
      text += String(part);
      if (text.includes('\r\n\r\n')) socket.destroy();
    });
    socket.on('error', reject).on('close', () => resolve(text.split('\r\n')[0] ?? ''));
  });

const get = (path: string, more = '') => raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`);
const alive = async () => expect((await fetch(`${url}/healthz`)).status).toBe(200);

describe('the Router', () => {
  it('gives site and door at one address, with the headers of the cloud', async () => {
    const page = await fetch(`${url}/en/`);
    const made = await fetch(`${url}/api/requests/name-query`, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE },
      body: JSON.stringify(sample),
    });
    expect([page.status, made.status]).toEqual([200, 201]);
    for (const [name, value] of Object.entries(securityHeaders)) expect(page.headers.get(name)).toBe(value);
    const sent = await fetch(`${url}/api/requests/sent/H7K2M-9QXTC`);
    expect(sent.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  });

  it('adds the secret itself: what a stranger says there counts for nothing', async () => {
    const answer = await fetch(`${url}/api/requests/sent/H7K2M-9QXTC`, { headers: { 'x-router-secret': 'mine' } });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['a script', JSON_TYPE, 'application/json'],
    ['a person', FORM_TYPE, 'text/html; charset=utf-8'],
  ])('refuses ten megabytes for %s', async (_, sent, answered) => {
    const answer = await fetch(`${url}/api/requests/name-query`, {
      method: 'POST',
      headers: { 'content-type': sent },
      body: new Uint8Array(10 * 1024 * 1024).fill(120),
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([413, answered]);
    expect(await answer.text()).toContain('64 KB');
    for (const [name, value] of Object.entries(refusalHeaders)) expect(answer.headers.get(name)).toBe(value);
  });

  it('says 429 with the headers of the cloud', async () => {
    const strict = localRouter({
      siteFolder: folder,
      routerSecret,
      rateLimit: true,
      isReady: () => true,
      doorOf: () => door,
    });
    const at = `http://localhost:${String(await listen(strict, 0))}/api/requests/name-query`;
    let answer = await fetch(at, { method: 'POST' });
    for (let nth = 0; answer.status !== 429 && nth <= limits.requestsPerWindow; nth += 1) {
      answer = await fetch(at, { method: 'POST' });
    }
    await closed(strict);
    expect(answer.status).toBe(429);
    for (const [name, value] of Object.entries(refusalHeaders)) expect(answer.headers.get(name)).toBe(value);
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s of a page', async (method) => {
    const answer = await fetch(`${url}/en/`, { method, body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    for (const [name, value] of Object.entries(securityHeaders)) expect(answer.headers.get(name)).toBe(value);
  });

  it('gives robots.txt as text', async () => {
    const answer = await fetch(`${url}/robots.txt`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  });

  it('gives a page that came after it was asked for in vain', async () => {
    expect((await fetch(`${url}/en/late/`)).status).toBe(404);
    await mkdir(join(folder, 'en/late'));
    await writeFile(join(folder, 'en/late/index.html'), '<h1>Late</h1>');
    expect((await fetch(`${url}/en/late/`)).status).toBe(200);
  });

  it.each([
    ['a path that is no address', '//', 404],
    ['another one', '//:80', 404],
    ['a name longer than a file system has', `/${'a'.repeat(3000)}`, 404],
    ['a long way down', `/${'a/'.repeat(2000)}`, 404],
    ['a way out', '/../../etc/passwd', 404],
    ['an encoded way out', '/..%2f..%2f..%2fetc%2fpasswd', 404],
    ['an end in between', '/en%00/index.html', 404],
    ['a file as a folder', '/404.html/x', 404],
    ['the stamp of the build', '/.built-from', 404],
    ['the same, encoded', '/en/%2e%2e/%2Ebuilt-from', 404],
    ['half an escape', '/%E0%A4%A', 404],
    ['half an escape at the door', '/api/requests/sent/%E0%A4%A', 404],
    ['backslashes', '/\\\\..\\\\x', 404],
    ['the whole address', 'http://evil.example/en/', 200],
    ['no address', 'http://', 404],
    ['a star', '*', 404],
  ])('answers %s, and goes on', async (_, path, status) => {
    expect(await get(path)).toBe(`HTTP/1.1 ${String(status)} ${status === 200 ? 'OK' : 'Not Found'}`);
    await alive();
  });

  it.each([
    ['an odd host', 'GET /api/requests/sent/H7K2M-9QXTC HTTP/1.1\r\nHost: a b[%\r\n\r\n', '200 OK'],
    ['no host', 'GET /api/requests/sent/H7K2M-9QXTC HTTP/1.0\r\n\r\n', '200 OK'],
    ['TRACE', 'TRACE /api/requests/name-query HTTP/1.1\r\nHost: localhost\r\n\r\n', '405 Method Not Allowed'],
    [
      'a body where none belongs',
      'GET /api/requests/sent/H7K2M-9QXTC HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}',
      '200 OK',
    ],
    ['what is no HTTP', 'hello\r\n\r\n', '400 Bad Request'],
  ])('answers %s, and goes on', async (_, request, status) => {
    expect(await raw(request)).toContain(status);
    await alive();
  });

  it('forgets a request whose body never ends, when its sender goes', async () => {
    const before = cases.all().length;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `POST /api/requests/name-query HTTP/1.1\r\nHost: x\r\nContent-Type: ${JSON_TYPE}\r\nContent-Length: 900\r\n\r\n${JSON.stringify(sample)}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await alive();
    expect(cases.all()).toHaveLength(before);
  });

  it('answers any path and header without a fault', async () => {
    const visible = fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)) });
    const path = fc.tuple(
      fc.constantFrom('/', '//', '/api/', '/api/requests/', '/api/requests/sent/', '/en/'),
      visible,
    );
    const header = fc.tuple(
      fc.constantFrom('Host', 'Accept', 'Cookie', 'If-None-Match', 'Content-Type', 'X-Y'),
      visible,
    );
    await fc.assert(
      fc.asyncProperty(path, header, async ([start, rest], [name, value]) => {
        expect(await get(start + rest, name === 'Host' ? '' : `${name}: ${value}\r\n`)).toMatch(
          /^HTTP\/1\.1 [234]\d\d /,
        );
      }),
      { numRuns: 400 },
    );
    await alive();
  });
});
