import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { countOfPages, pageOpened } from '../../infra/page-count.ts';

type Opened = { readonly page: string; readonly of: string };

const counted: readonly (readonly [url: string, opened: Opened])[] = [
  ['/en/', { page: '/en/', of: '' }],
  ['/en/help/', { page: '/en/help/', of: '' }],
  ['/en/help/apply/', { page: '/en/help/apply/', of: '' }],
  ['/en/help/answer/name-on-file/', { page: '/en/help/answer/name-on-file/', of: '' }],
  ['/en/help/thanks/?of=name-on-file', { page: '/en/help/thanks/', of: 'name-on-file' }],
  ['/zh-Hans/ask/name-query/not-matching/?utm=x', { page: '/zh-Hans/ask/name-query/not-matching/', of: '' }],
  ['/embed/en/', { page: '/embed/en/', of: '' }],
  ['/embed/en/help/thanks/?of=name-on-file', { page: '/embed/en/help/thanks/', of: 'name-on-file' }],
  ['/en/help/thanks/?of=ana@acme.example', { page: '/en/help/thanks/', of: '' }],
  ['/en/help/thanks/?of=95-1234567', { page: '/en/help/thanks/', of: '' }],
  [`/en/help/thanks/?of=${'a'.repeat(41)}`, { page: '/en/help/thanks/', of: '' }],
];

const notCounted = [
  '/',
  '/en',
  '/en/case/',
  '/en/privacy/',
  '/desk/',
  '/api/importer/case/H7K2M-9QXTC.secret',
  '/en/help/95-1234567/',
  '/en/help/ana@acme.example/',
  '/en/help/%61pply/',
  '/en/help/a/b/c/',
  `/en/help/${'a'.repeat(41)}/`,
  '/en/help/apply/index.html',
  '/_astro/start.js',
  '/embed.js',
  '/embed/',
  '/embed/en/case/',
];

const lineSchema = z.object({ event: z.literal('page-opened'), page: z.string(), of: z.string() });

/** What CloudFront's function logs for a request, run as it is sent there. */
function inTheCloud(method: string, url: string): Opened | undefined {
  const { pathname, searchParams } = new URL(url, 'https://here');
  const querystring = Object.fromEntries([...searchParams].map(([name, value]) => [name, { value }]));
  const lines: string[] = [];
  const event = { request: { method, uri: pathname, querystring } };
  runInNewContext(countOfPages, { event, console: { log: (line: string) => lines.push(line) } });
  expect(lines.length).toBeLessThanOrEqual(1);
  const [line] = lines;
  if (line === undefined) return undefined;
  const { page, of } = lineSchema.parse(JSON.parse(line));
  return { page, of };
}

describe.each([
  ['one machine', pageOpened],
  ['the cloud', inTheCloud],
] as const)('the count of pages, in %s', (_, count) => {
  it.each(counted)('%s is counted by its name', (url, opened) => {
    expect(count('GET', url)).toEqual(opened);
  });

  it.each(notCounted)('%s is not counted', (url) => {
    expect(count('GET', url)).toBeUndefined();
  });

  it('counts who reads, not who asks whether there is something to read', () => {
    expect(count('HEAD', '/en/')).toBeUndefined();
    expect(count('POST', '/en/')).toBeUndefined();
  });
});
