import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoClient } from '../../functions/aws/clients.ts';
import { settings } from '../../functions/aws/settings.ts';
import { closed, listen } from '../../infra/local/listen.ts';
import { samples } from '#test/fakes/requests.ts';
import { publicDoor } from './desk.ts';

/** The door on the real client, in front of a DynamoDB that fails in the ways that DynamoDB fails. */
type Behaviour = 'closed' | 'silent' | readonly [status: number, type: string];

/** The platform ends a door after 10 s (infra/intake.ts) and would answer in its own words: ours must come before. */
const DOOR_MS = 10_000;

const servers: Server[] = [];
let asked = 0;

async function dynamodbThat(behaves: Behaviour): Promise<string> {
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    if (typeof behaves === 'string') return;
    const [status, type] = behaves;
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type }));
  });
  const port = await listen(server, 0);
  if (behaves === 'closed') await closed(server);
  else servers.push(server);
  return `http://localhost:${String(port)}`;
}

const doorOn = async (behaves: Behaviour) => {
  const here = settings({
    TABLE_NAME: 'down',
    DYNAMODB_ENDPOINT: await dynamodbThat(behaves),
  });
  return publicDoor(dynamoCaseStore(dynamoClient(here), here.tableName));
};

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'local';
});
afterAll(async () => {
  for (const server of servers) await closed(server);
});

it.each<readonly [string, Behaviour, number]>([
  ['is not there', 'closed', 0],
  ['never answers', 'silent', 3],
  ['throttles', [400, 'ProvisionedThroughputExceededException'], 3],
  ['is at its limit', [400, 'RequestLimitExceeded'], 3],
  ['has a fault', [500, 'InternalServerError'], 3],
  ['has lost the table', [400, 'ResourceNotFoundException'], 1],
  ['refuses our rights', [400, 'AccessDeniedException'], 1],
])('a DynamoDB that %s: 503 and when to come back, before the platform gives up', async (_, behaves, calls) => {
  const { postJson, postForm } = await doorOn(behaves);
  const [sample = {}] = samples['name-query'];
  asked = 0;
  const began = performance.now();
  const response = await postJson('name-query', sample);
  expect(performance.now() - began).toBeLessThan(DOOR_MS);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
  expect(asked).toBe(calls);
  if (behaves !== 'silent') expect((await postForm('name-query', sample)).status).toBe(503);
});
