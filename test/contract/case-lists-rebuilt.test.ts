import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, it } from 'vitest';
import { itemOf, keyOf } from '../../functions/aws/case-item.ts';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { copyItems, dropTable, refuseElsewhere } from '../../infra/local/table-copy.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { opened } from '#test/fakes/requests.ts';

const embedded = await startEmbeddedDynamodb();
const client = clientOf(embedded.endpoint);
afterAll(() => embedded.close());

function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
}

/** A table as an older version made it: without the index by day, its cards without digests. */
async function olderTable(TableName: string, cases: number) {
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
  const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'queue', 'queueOrder'].map(text),
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'queue',
          KeySchema: [key('queue', 'HASH'), key('queueOrder', 'RANGE')],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] },
        },
      ],
    }),
  );
  const all = Array.from({ length: cases }, (_, nth) =>
    opened('name-query', { submissionId: `00000000-0000-4000-a000-${String(nth).padStart(12, '0')}` }),
  );
  for (const one of all) {
    const { day: _, card: __, ...item } = itemOf(one);
    await client.send(new PutItemCommand({ TableName, Item: { ...item, card: { M: {} } } }));
  }
  const session = { pk: { S: 'LOOKED#ada@harborpine.example' }, sk: { S: 'looked' }, lookedAt: { S: 'then' } };
  await client.send(new PutItemCommand({ TableName, Item: session }));
  return all;
}

/** Everything is there, in the shape of today, and nothing is left over. */
async function expectWhole(name: string, all: Awaited<ReturnType<typeof olderTable>>) {
  const { Count } = await client.send(new ScanCommand({ TableName: name, Select: 'COUNT' }));
  expect(Count).toBe(all.length + 1);
  const day = await dynamoCaseLists(client, name).some({ by: 'day', of: '2026-11-16' }, { most: 500 });
  expect(day.found.map(({ card }) => card.digest).sort()).toEqual(all.map(({ digest }) => digest).sort());
  for (const one of all.slice(0, 3)) expect(await dynamoCaseStore(client, name).read(one)).toEqual(one);
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  expect(TableNames.filter((other) => other.startsWith(name))).toEqual([name]);
}

describe('a local table of an older version', () => {
  it('is made anew with all that is in it', async () => {
    const all = await olderTable('older', 30);
    await ensureTable(client, 'older');
    await expectWhole('older', all);
    await ensureTable(client, 'older');
    await expectWhole('older', all);
  });

  it('is whole after a crash while it was copied: what was copied is begun again', async () => {
    const all = await olderTable('halfway', 5);
    await ensureTable(client, 'halfway-being-rebuilt');
    await client.send(
      new PutItemCommand({ TableName: 'halfway-being-rebuilt', Item: { pk: { S: 'x' }, sk: { S: 'left over' } } }),
    );
    await ensureTable(client, 'halfway');
    await expectWhole('halfway', all);
  });

  it('is whole after a crash before it was made anew', async () => {
    const all = await olderTable('before', 5);
    await ensureTable(client, 'before-being-rebuilt');
    await copyItems(client, 'before', 'before-being-rebuilt');
    await dropTable(client, 'before');
    await ensureTable(client, 'before');
    await expectWhole('before', all);
  });

  it('is whole after a crash while it was copied back', async () => {
    const all = await olderTable('back', 5);
    await ensureTable(client, 'back');
    await ensureTable(client, 'back-being-rebuilt');
    await copyItems(client, 'back', 'back-being-rebuilt');
    for (const one of all.slice(2)) await client.send(new DeleteItemCommand({ TableName: 'back', Key: keyOf(one) }));
    await ensureTable(client, 'back');
    await expectWhole('back', all);
  });

  it.each(['http://dynamodb.example', 'https://dynamodb.us-east-1.amazonaws.com'])(
    'is never made anew at %s',
    async (endpoint) => {
      const far = clientOf(endpoint);
      await expect(refuseElsewhere(far, 'far', ['day'])).rejects.toThrow(/lacks the index day/);
    },
  );
});
