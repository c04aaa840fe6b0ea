import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CaseKey } from '#domain/case/case.ts';
import { asked } from './asked.ts';
import { OWED_SHARDS, keyOfItem } from './case-item.ts';

/** The index of what is to be done at a time: letters to pay, and cases to let go of. Each kind lies in shards of its own. */
type Due = { readonly key: CaseKey; readonly at: string };

/** The names of all shards of one kind. */
export const shardsOf = (nameOf: (shard: number) => string): string[] =>
  Array.from({ length: OWED_SHARDS }, (_, shard) => nameOf(shard));

/** Keys of what is due by `until` in some shards, the oldest first, at most `most`: one bounded query a shard. */
export async function oldestDue(
  client: DynamoDBClient,
  TableName: string,
  shards: readonly string[],
  until: string,
  most: number,
): Promise<CaseKey[]> {
  const queries = shards.map((shard) => dueIn(client, TableName, shard, until, most));
  const found = (await asked(() => Promise.all(queries))).flat();
  return found
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, most)
    .map(({ key }) => key);
}

async function dueIn(
  client: DynamoDBClient,
  TableName: string,
  shard: string,
  until: string,
  most: number,
): Promise<Due[]> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'owed',
      Limit: most,
      KeyConditionExpression: '#owed = :shard AND #owedAt <= :until',
      ExpressionAttributeNames: { '#owed': 'owed', '#owedAt': 'owedAt' },
      ExpressionAttributeValues: { ':shard': { S: shard }, ':until': { S: until } },
    }),
  );
  return Items.flatMap((item) => {
    const key = keyOfItem(item);
    return key ? [{ key, at: item['owedAt']?.S ?? '' }] : [];
  });
}
