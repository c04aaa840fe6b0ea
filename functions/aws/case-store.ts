import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CaseKey } from '#domain/case/case.ts';
import type { CaseStore } from '#casework/ports.ts';
import { asked, unlessRefused } from './asked.ts';
import { OWED_SHARDS, casePartition, itemOf, keyOf, keyOfItem, owedShard } from './case-item.ts';
import { dynamoPutCase } from './put-case.ts';
import { caseOf } from './read-case-item.ts';

/** Two cases share a reference once in 2^50; far more than that is somebody's play with our table. */
const MOST_OF_A_REFERENCE = 10;

/** The case store in DynamoDB. Every write is one conditional put of the whole item. */
export function dynamoCaseStore(client: DynamoDBClient, TableName: string): CaseStore {
  return {
    ...dynamoPutCase(client, TableName),

    async read(key) {
      const { Item } = await asked(() =>
        client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true })),
      );
      return Item && caseOf(Item);
    },

    async find(reference) {
      const { Items = [] } = await asked(() =>
        client.send(
          new QueryCommand({
            TableName,
            ConsistentRead: true,
            Limit: MOST_OF_A_REFERENCE,
            KeyConditionExpression: '#pk = :pk',
            ExpressionAttributeNames: { '#pk': 'pk' },
            ExpressionAttributeValues: { ':pk': casePartition(reference) },
          }),
        ),
      );
      return Items.map(caseOf);
    },

    async save(next, readRev) {
      const done = await unlessRefused(() =>
        client.send(
          new PutItemCommand({
            TableName,
            Item: itemOf(next),
            ConditionExpression: '#rev = :read',
            ExpressionAttributeNames: { '#rev': 'rev' },
            ExpressionAttributeValues: { ':read': { N: String(readRev) } },
          }),
        ),
      );
      return done ? 'saved' : 'moved';
    },

    async owing(until, most) {
      const shards = Array.from({ length: OWED_SHARDS }, (_, shard) => owingIn(client, TableName, shard, until, most));
      const found = (await asked(() => Promise.all(shards))).flat();
      return found
        .sort((a, b) => (a.owedAt < b.owedAt ? -1 : 1))
        .slice(0, most)
        .map(({ key }) => key);
    },
  };
}

type Owing = { readonly key: CaseKey; readonly owedAt: string };

async function owingIn(
  client: DynamoDBClient,
  TableName: string,
  shard: number,
  until: string,
  most: number,
): Promise<Owing[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'owed',
      Limit: most,
      KeyConditionExpression: '#owed = :shard AND #owedAt <= :until',
      ExpressionAttributeNames: { '#owed': 'owed', '#owedAt': 'owedAt' },
      ExpressionAttributeValues: { ':shard': { S: owedShard(shard) }, ':until': { S: until } },
    }),
  );
  return Items.flatMap((item) => {
    const key = keyOfItem(item);
    return key ? [{ key, owedAt: item['owedAt']?.S ?? '' }] : [];
  });
}
