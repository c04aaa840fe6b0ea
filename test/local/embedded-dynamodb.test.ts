import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';

const MiB = 2 ** 20;

type Database = {
  readonly put: (key: string, value: string) => Promise<void>;
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
