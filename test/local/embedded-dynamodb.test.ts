import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';

const MiB = 2 ** 20;

type Database = {
  readonly put: (key: string, value: string) => Promise<void>;
  readonly del: (key: string) => Promise<void>;
  readonly iterator: () => AsyncIterable<readonly [string, string]>;
  readonly compactRange: (from: string, to: string) => Promise<void>;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};
/** LevelDB as dynalite opens it, with our settings on it. */
const { Level } = z
  .object({ Level: z.custom<new (folder: string) => Database>((given) => typeof given === 'function') })
  .parse(createRequire(import.meta.resolve('dynalite'))('level'));

const tablesIn = async (folder: string) => (await readdir(folder)).filter((name) => name.endsWith('.ldb'));

/** The files of one level must not be parted (`embedded-dynamodb.ts`): with LevelDB's own sizes this makes seven. */
it('keeps what it has in one file for each level, however much that is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'importer-desk-'));
  const run = async (items: number) => {
    const embedded = await startEmbeddedDynamodb(folder);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'us-east-1', credentials });
    await ensureTable(client, 'one');
    for (let nth = 0; nth < items; nth += 1) {
      const Item = { pk: { S: `ONE#${nth}` }, sk: { S: '-' }, text: { S: randomBytes(192 * 1024).toString('base64') } };
      await client.send(new PutItemCommand({ TableName: 'one', Item }));
    }
    client.destroy();
    await embedded.close();
  };
  await run(96);
  // What was written last is sorted into files when it is opened again.
  await run(0);
  const sizes = await Promise.all((await tablesIn(folder)).map(async (name) => (await stat(join(folder, name))).size));
  await rm(folder, { recursive: true });
  expect(Math.max(...sizes)).toBeGreaterThan(16 * MiB);
});

it('puts more than one key into a file when it tidies up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'importer-desk-'));
  for (let round = 0; round < 3; round += 1) {
    const level = new Level(folder);
    await level.open();
    for (let nth = 0; nth < 200; nth += 1) await level.put(`key ${String(nth)}`, `value of round ${String(round)}`);
    await level.compactRange('a', 'z');
    await level.close();
  }
  const tables = await tablesIn(folder);
  await rm(folder, { recursive: true });
  expect(tables.length).toBeLessThan(5);
});

describe('a process that is killed between the entries of an index and their item', () => {
  /** An item of each index's key, in a table of one's own; `act` on the files of a process that was killed. */
  async function afterKill(act: (database: Database) => Promise<void>): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), 'importer-desk-'));
    const client = ({ endpoint }: { readonly endpoint: string }) =>
      new DynamoDBClient({
        endpoint,
        region: 'us-east-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      });
    const before = await startEmbeddedDynamodb(folder);
    await ensureTable(client(before), 'one');
    const Item = { pk: { S: 'CASE#ONE' }, sk: { S: '-' }, owed: { S: 'OWED#0' }, owedAt: { S: '2026' } };
    await client(before).send(new PutItemCommand({ TableName: 'one', Item }));
    await before.close();
    await rm(join(folder, 'stopped-properly'));
    const database = new Level(folder);
    await database.open();
    await act(database);
    await database.close();
    const after = await startEmbeddedDynamodb(folder);
    const { Count = 0 } = await client(after).send(
      new QueryCommand({
        ...{ TableName: 'one', IndexName: 'owed', KeyConditionExpression: '#owed = :owed' },
        ...{ ExpressionAttributeNames: { '#owed': 'owed' }, ExpressionAttributeValues: { ':owed': { S: 'OWED#0' } } },
      }),
    );
    await after.close();
    await rm(folder, { recursive: true });
    return Count;
  }

  async function entriesIn(database: Database): Promise<(readonly [string, string])[]> {
    const entries: (readonly [string, string])[] = [];
    for await (const entry of database.iterator()) if (entry[0].startsWith('index-')) entries.push(entry);
    expect(entries).not.toEqual([]);
    return entries;
  }

  it('leaves no item that its index does not find', async () => {
    const found = await afterKill(async (database) => {
      for (const [key] of await entriesIn(database)) await database.del(key);
    });
    expect(found).toBe(1);
  });

  it('leaves none that its index finds twice', async () => {
    const found = await afterKill(async (database) => {
      for (const [key, value] of await entriesIn(database)) await database.put(`${key}0`, value);
    });
    expect(found).toBe(1);
  });
});
