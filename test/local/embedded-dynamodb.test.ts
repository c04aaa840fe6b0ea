import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';

const MiB = 2 ** 20;

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
  const tables = (await readdir(folder)).filter((name) => name.endsWith('.ldb'));
  const sizes = await Promise.all(tables.map(async (name) => (await stat(join(folder, name))).size));
  await rm(folder, { recursive: true });
  expect(Math.max(...sizes)).toBeGreaterThan(16 * MiB);
});
