import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newToken } from '#casework/links.ts';
import { startSession } from '#casework/sign-in/sessions.ts';
import type { Case } from '#domain/case/case.ts';
import { requestTypeNames } from '#domain/requests/registry.ts';
import { ada, deskDoor } from '#test/fakes/desk-door.ts';
import { states } from '#test/fakes/importer-cases.ts';
import { linkedFor } from '#test/fakes/linked-cases.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { opened } from '#test/fakes/requests.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { COOKIE } from '../../functions/http/desk/cookie.ts';
import type { ApiEvent, ApiResult } from '../../functions/http/lambda.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { publicDoor, routerSecret } from './desk.ts';
import { expectSilent, expectSound, tally } from './fuzz-answers.ts';
import { deskRequests, eventOf, importerRequests, intakeRequests, link, runs, shown } from './fuzz.ts';
import { importerDoor } from './importer.ts';

/** The doors as they run, with their adapters and an embedded table, under the same rain: what a store cannot keep shows here. */
const siteUrl = 'http://localhost:4321';
const tableName = 'fuzz';
const environment = {
  TABLE_NAME: tableName,
  SITE_URL: siteUrl,
  ROUTER_SECRET: routerSecret,
  TRACE_KEY: 'a key of these tests',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
};

type Doors = Record<'intake' | 'importer' | 'desk', (event: ApiEvent) => Promise<ApiResult>>;
const on: { doors?: Doors; client?: DynamoDBClient; close?: () => Promise<void> } = {};
const lines: string[] = [];

beforeAll(async () => {
  const table = await startEmbeddedDynamodb();
  for (const [name, value] of Object.entries({ ...environment, DYNAMODB_ENDPOINT: table.endpoint }))
    vi.stubEnv(name, value);
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: 'us-east-1' });
  await ensureTable(client, tableName);
  // Doors read their settings when they are loaded.
  const [intake, importer, desk] = await Promise.all([
    import('../../functions/intake.ts'),
    import('../../functions/importer.ts'),
    import('../../functions/desk.ts'),
  ]);
  Object.assign(on, { client, doors: { intake: intake.handler, importer: importer.handler, desk: desk.handler } });
  on.close = () => {
    client.destroy();
    return table.close();
  };
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await on.close?.();
});

function stage() {
  const { doors, client } = on;
  if (!doors || !client) throw new Error('not open yet');
  const cases = dynamoCaseStore(client, tableName);
  const current = async (one: Case) => (await cases.read(one)) ?? one;
  return { doors, client, cases, current };
}

const PATIENCE = { timeout: 120_000 * Math.max(1, runs(1)) };
const several = { minLength: 1, maxLength: 4 };

describe('fuzzing the doors as they run', PATIENCE, () => {
  it('for anybody', async () => {
    const { doors } = stage();
    const seen = tally();
    await fc.assert(
      fc.asyncProperty(intakeRequests(publicDoor(memoryCaseStore()).routes), async (one) => {
        const result = await doors.intake(eventOf(one, states.new()));
        seen.add(result.statusCode);
        expectSound(result, shown(one));
      }),
      { numRuns: runs(600) },
    );
    expect(seen.share((status) => status < 400)).toBeGreaterThan(0.05);
  });

  it('for who holds a link', async () => {
    const { doors, cases, current } = stage();
    const seen = tally();
    const now = new Date();
    const linked = {
      case: linkedFor('case', now),
      confirm: linkedFor('confirm', now),
      'not-us': linkedFor('not-us', now),
    };
    for (const one of Object.values(linked)) await cases.put(one.case);
    await fc.assert(
      fc.asyncProperty(importerRequests(importerDoor().routes, siteUrl), async (one) => {
        const { case: of, part } = one.to === 'confirm' || one.to === 'not-us' ? linked[one.to] : linked.case;
        const result = await doors.importer(eventOf({ ...one, path: one.path.replace(link, part) }, await current(of)));
        seen.add(result.statusCode);
        expectSound(result, shown(one));
        expectSilent(lines.splice(0), [part.split('.')[1] ?? '', 'Zephyr']);
      }),
      { numRuns: runs(400) },
    );
    expect(seen.share((status) => status < 400)).toBeGreaterThan(0.2);
  });

  it('for members', async () => {
    const { doors, client, cases, current } = stage();
    const seen = tally();
    const ports = { ...dynamoSignInStores(client, tableName), now: () => new Date(), newToken };
    const of = requestTypeNames.flatMap((type) =>
      Array.from({ length: 12 }, (_, nth) => ({
        ...opened(type),
        digest: `${type === 'name-query' ? 'a' : 'b'}${nth.toString(16)}`.padEnd(64, '0'),
      })),
    );
    for (const one of of) await cases.put(one);
    const requests = fc.array(deskRequests(deskDoor().routes, siteUrl), several);
    await fc.assert(
      fc.asyncProperty(requests, fc.constantFrom(...of), async (all, about) => {
        const { secret } = await startSession(ports, ada, 'full');
        for (const one of all) {
          const event = eventOf(
            { ...one, headers: { cookie: `${COOKIE}=${secret}`, ...one.headers } },
            await current(about),
          );
          const result = await doors.desk(event);
          seen.add(result.statusCode);
          expectSound(result, shown(one));
        }
        expectSilent(lines.splice(0), [secret, 'Acme', 'rosa']);
      }),
      { numRuns: runs(400) },
    );
    expect(seen.share((status) => status < 400)).toBeGreaterThan(0.2);
  });
});
