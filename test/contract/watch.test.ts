import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import type { AcceptedLog, HourStore, StoredCases } from '#casework/watch/ports.ts';
import type { TraceStore } from '#casework/forget/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import { asCanary } from '#domain/case/canary.ts';
import type { Case } from '#domain/case/case.ts';
import { readReference } from '#domain/case/reference.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { traceOf } from '#domain/case/trace.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { noLetters } from '#domain/desk/count-letters.ts';
import type { Hour } from '#domain/desk/system.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryAcceptedLog, memoryHourStore, memoryStoredCases } from '#test/fakes/memory-watch.ts';
import type { Line } from '#test/fakes/memory-watch.ts';
import { opened } from '#test/fakes/requests.ts';
import { cloudwatchAcceptedLog } from '../../functions/aws/accepted-log.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoHourStore } from '../../functions/aws/hour-items.ts';
import { dynamoStoredCases } from '../../functions/aws/stored-cases.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { openLogStore } from '../../infra/local/logs/log-store.ts';
import { LOG_GROUP, startLogs } from '../../infra/local/logs/start-logs.ts';
import { contractTable } from './desk-table.ts';

/** The ports of who watches, each on every adapter. */
const { client, name } = await contractTable('watch');

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const one of found) list.push(one);
  return list;
}

const hour = (of: string, minute: number, accepted = 3): Hour => ({
  ...{ hour: of, checkedAt: `2026-11-27T20:${String(minute).padStart(2, '0')}:00.000Z`, accepted, stored: 2 },
  ...{ missing: ['H7K2M-9QXTC'], letters: { ...noLetters, sent: 4, owed: 1 }, settled: false },
});

describe.each<readonly [string, HourStore]>([
  ['in memory', memoryHourStore()],
  ['DynamoDB', dynamoHourStore(client, name)],
])('hours that were checked: %s', (_, hours) => {
  it('gives the latest, the last first, and no more than asked', async () => {
    expect(await hours.latest(5)).toEqual([]);
    for (const of of ['2026-11-27T09', '2026-11-26T23', '2026-11-27T10']) await hours.put(hour(of, 1));
    expect(await hours.latest(2)).toEqual([hour('2026-11-27T10', 1), hour('2026-11-27T09', 1)]);
    expect((await hours.latest(50)).map(({ hour: of }) => of)).toEqual([
      ...['2026-11-27T10', '2026-11-27T09', '2026-11-26T23'],
    ]);
  });

  it('keeps what the later check found, in whatever order they end', async () => {
    await hours.put(hour('2026-11-27T11', 30, 9));
    await hours.put(hour('2026-11-27T11', 20, 7));
    expect(await hours.latest(1)).toEqual([hour('2026-11-27T11', 30, 9)]);
    await hours.put({ ...hour('2026-11-27T11', 40), missing: [], settled: true });
    expect(await hours.latest(1)).toMatchObject([{ settled: true, missing: [] }]);
  });
});

it('an hour goes by itself after a hundred days', async () => {
  const Key = { pk: { S: 'HOURS#all' }, sk: { S: '2026-11-27T10' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
  expect(Item?.['expiresAt']?.N).toBe(String(Date.parse('2026-11-27T10:00:00Z') / 1000 + 100 * 24 * 3600));
});

let n = 0;
const made = (openedAt: string, change: Partial<Case> = {}): Case => ({
  ...opened('name-query', { submissionId: `00000000-0000-4000-8200-${String((n += 1)).padStart(12, '0')}` }),
  openedAt,
  ...change,
});
const memory = memoryCaseStore();

type Stores = { readonly cases: CaseStore; readonly traces: TraceStore; readonly stored: StoredCases };
const stores: readonly (readonly [string, Stores])[] = [
  ['in memory', { cases: memory, traces: memory.traces, stored: memoryStoredCases(memory) }],
  [
    'DynamoDB',
    {
      cases: dynamoCaseStore(client, name),
      traces: dynamoTraceStore(client, name),
      stored: dynamoStoredCases(client, name),
    },
  ],
];

describe.each(stores)('what is stored: %s', (_, { cases, traces, stored }) => {
  it('gives the cards of an hour of UTC, and of no other', async () => {
    const inside = [
      made('2026-11-16T15:00:00.000Z'),
      made('2026-11-16T15:59:59.999Z'),
      made('2026-11-16T15:30:00.000Z'),
    ];
    const outside = [
      made('2026-11-16T14:59:59.999Z'),
      made('2026-11-16T16:00:00.000Z'),
      made('2026-11-17T15:30:00.000Z'),
    ];
    for (const one of [...inside, ...outside, asCanary(made('2026-11-16T15:20:00.000Z'))]) await cases.put(one);
    const byReference = (a: { reference: string }, b: { reference: string }) => (a.reference < b.reference ? -1 : 1);
    const cards = await all(stored.ofHour('2026-11-16T15'));
    expect(cards.sort(byReference)).toEqual(inside.map(cardOf).sort(byReference));
    expect(await all(stored.ofHour('2026-11-16T17'))).toEqual([]);
  });

  it('holds a case, our canary, and the trace of a case that went', async () => {
    const [one, canary, gone] = [
      made('2026-11-18T15:00:00.000Z'),
      asCanary(made('2026-11-18T15:00:00.000Z')),
      made('2026-11-18T15:00:00.000Z'),
    ];
    for (const each of [one, canary, gone]) await cases.put(each);
    await traces.leave(traceOf(gone, { caseHash: 'c', importerHash: 'i' }, new Date('2027-01-01')), gone.rev);
    expect(await Promise.all([one, canary, gone].map(({ reference }) => stored.holds(reference)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(await stored.holds(made('2026-11-18T15:00:00.000Z').reference)).toBe(false);
  });
});

it('DynamoDB: an hour of more cards than one answer holds is given whole', async () => {
  const many = Array.from({ length: 7 }, () => made('2026-11-20T10:00:00.000Z'));
  await Promise.all(many.map((one) => dynamoCaseStore(client, name).put(one)));
  const digests = async (cardsAPage: number) =>
    (await all(dynamoStoredCases(client, name, cardsAPage).ofHour('2026-11-20T10'))).map(({ digest }) => digest).sort();
  for (const cardsAPage of [1, 3, 7, 50])
    expect(await digests(cardsAPage)).toEqual(many.map(({ digest }) => digest).sort());
});

it('DynamoDB: an item that nobody can read is stored all the same, and stops no count', async () => {
  const odd = made('2026-11-21T10:00:00.000Z');
  const Item = {
    ...{ pk: { S: `CASE#${odd.reference}` }, sk: { S: odd.digest } },
    ...{ day: { S: '2026-11-21' }, openedAt: { S: odd.openedAt }, card: { M: { reference: { N: '7' } } } },
  };
  await client.send(new PutItemCommand({ TableName: name, Item }));
  const fine = made('2026-11-21T10:00:01.000Z');
  await dynamoCaseStore(client, name).put(fine);
  const stored = dynamoStoredCases(client, name);
  expect(await all(stored.ofHour('2026-11-21T10'))).toEqual([cardOf(fine)]);
  expect(await stored.holds(odd.reference)).toBe(true);
});

const referenceOf = (nth: number): CaseReference => {
  const reference = readReference(`H7K2M-${String(nth).padStart(5, '0')}`);
  if (!reference) throw new Error('no reference');
  return reference;
};
const line = (at: string, event: string, nth: number): Line => ({ at, event, reference: referenceOf(nth) });
const lines: readonly Line[] = [
  line('2026-11-26T23:59:59.999Z', 'case-opened', 1),
  line('2026-11-27T00:00:00.000Z', 'case-opened', 2),
  line('2026-11-27T00:10:00.000Z', 'request-refused', 3),
  line('2026-11-27T00:20:00.000Z', 'case-repeated', 2),
  line('2026-11-27T00:30:00.000Z', 'case-repeated', 4),
  line('2026-11-27T00:40:00.000Z', 'letter-sent', 5),
  line('2026-11-27T00:59:59.999Z', 'case-opened', 6),
  line('2026-11-27T01:00:00.000Z', 'case-opened', 7),
];

const dataDir = await mkdtemp(join(tmpdir(), 'importer-desk-log-'));
let clock = 0;
const kept = openLogStore(dataDir, () => clock);
for (const { at, event, reference } of lines) {
  clock = Date.parse(at);
  kept.keep(JSON.stringify({ level: 'INFO', time: at, event, reference }));
  kept.keep(JSON.stringify({ event: 'case-opened', reference: 'nothing that looks like one' }));
  kept.keep(JSON.stringify({ event: 'case-opened' }));
}
kept.close();
// A page of so few lines that some of them hold nothing that fits.
const logs = await startLogs(dataDir, 2);
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const logsClient = new CloudWatchLogsClient({ endpoint: logs.endpoint, region: 'us-east-1', credentials });
afterAll(async () => {
  logsClient.destroy();
  await logs.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe.each<readonly [string, AcceptedLog]>([
  ['in memory', memoryAcceptedLog(lines)],
  ['CloudWatch Logs of one machine', cloudwatchAcceptedLog(logsClient, LOG_GROUP)],
])('what the public door accepted: %s', (_, accepted) => {
  const between = async (from: string, to: string) =>
    [...new Set(await all(accepted.between(new Date(from), new Date(to))))].sort();

  it('gives what was opened or repeated in the time, and no other line', async () => {
    expect(await between('2026-11-27T00:00:00Z', '2026-11-27T01:00:00Z')).toEqual([2, 4, 6].map(referenceOf));
    expect(await between('2026-11-26T23:00:00Z', '2026-11-27T00:00:00Z')).toEqual([referenceOf(1)]);
    expect(await between('2026-11-25T00:00:00Z', '2026-11-28T00:00:00Z')).toEqual([1, 2, 4, 6, 7].map(referenceOf));
  });

  it('gives nothing of a time in which nothing was said', async () => {
    expect(await between('2026-11-27T00:31:00Z', '2026-11-27T00:50:00Z')).toEqual([]);
    expect(await between('2027-11-27T00:00:00Z', '2027-11-27T01:00:00Z')).toEqual([]);
  });
});

it('CloudWatch Logs: a log that is not there is an error, and no empty hour', async () => {
  const accepted = cloudwatchAcceptedLog(logsClient, '/nobody/writes/here');
  await expect(all(accepted.between(new Date(0), new Date(1)))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});
