import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Case } from '#domain/case/case.ts';
import { envelopeNames } from '#domain/requests/envelope.ts';
import { requestTypeNames, requestTypes } from '#domain/requests/registry.ts';
import type { RequestType } from '#domain/requests/request-type.ts';
import { withoutRetired } from '#domain/requests/retired.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { broker } from '../../broker.config.ts';
import { publicDoor } from './desk.ts';

/**
 * What the pages of earlier versions posted, caught from those very pages in a browser, with and without their script. A page
 * may stand open while a new version is deployed, and be sent to its door.
 */
const folder = new URL('old-pages/', import.meta.url);
const answers = z.record(z.string(), z.union([z.string(), z.number()]));
const fixture = z.object({
  page: z.string(),
  commit: z.string(),
  posts: z.array(
    z.object({
      type: z.enum(requestTypeNames),
      headers: z.record(z.string(), z.string()),
      body: z.union([z.string(), answers]),
    }),
  ),
});
type Post = z.infer<typeof fixture>['posts'][number];

const posts = readdirSync(folder).flatMap((file) => {
  const { page, posts: all } = fixture.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  return all.map((post) => [`${file} (${page}) ${post.type} ${post.headers['content-type'] ?? ''}`, post] as const);
});

async function postTo(post: Post, proofOfWork: boolean) {
  const cases = memoryCaseStore();
  const door = publicDoor(cases, { broker: { ...broker, proofOfWork } });
  const body = typeof post.body === 'string' ? post.body : JSON.stringify(post.body);
  const response = await door.post(post.type, { headers: post.headers, body });
  return { response, kept: cases.all() };
}

/** What a reader gave, by the page's own names; empty answers are none. */
const givenBy = ({ body }: Post): Record<string, string> => {
  const named = typeof body === 'string' ? Object.fromEntries(new URLSearchParams(body)) : body;
  const pairs = Object.entries(named).flatMap(([name, value]) =>
    envelopeNames.some((one) => one === name) || value === '' ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(pairs);
};

/** Every answer has its place: the number is kept apart. */
const keptOf = ({ answers: kept, importerNumber }: Case) => ({
  ...kept,
  importerNumber: 'shown' in importerNumber ? importerNumber.shown : importerNumber.lastFour,
});

describe('an old page', () => {
  it('is there of five versions and both requests that they had', () => {
    expect(readdirSync(folder)).toHaveLength(5);
    expect([...new Set(posts.map(([, { type }]) => type))].sort()).toEqual(['email-update', 'name-query']);
  });

  it.each(posts)('%s: the case is kept with every answer', async (_, post) => {
    const { response, kept } = await postTo(post, false);
    expect(response.status).toBe(post.headers['content-type'] === 'application/json' ? 201 : 303);
    expect(kept.map(keptOf)).toEqual([givenBy(post)]);
  });

  it.each(posts)('%s: also on a day of an attack, whatever proof it knows', async (_, post) => {
    const { response, kept } = await postTo(post, true);
    expect([201, 303]).toContain(response.status);
    expect(kept).toHaveLength(1);
  });
});

describe('a question that is asked no more', () => {
  it('is dropped from what an old page sends, and nothing else', () => {
    expect(withoutRetired({ fax: '1', companyName: 'Acme', __proto__: {} }, ['fax'])).toEqual({ companyName: 'Acme' });
    const given = { companyName: 'Acme' };
    expect(withoutRetired(given, [])).toBe(given);
  });

  it.each(requestTypeNames)('of %s has a name that no question of today has', (type) => {
    const { retired = [], fields }: RequestType = requestTypes[type];
    expect(retired.filter((name) => Object.hasOwn(fields, name))).toEqual([]);
  });
});
