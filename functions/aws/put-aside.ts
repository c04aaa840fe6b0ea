import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { PutAside } from '#casework/system/ports.ts';
import { asked } from './asked.ts';
import { PARKED, heldShard, keyOfItem } from './case-item.ts';
import { shardsOf } from './owed-index.ts';
import { dynamoStuckRecords } from './stuck.ts';

/** What was put aside, in DynamoDB: bounded queries of the index of debts, and a read for each record that is stuck. */
export const dynamoPutAside = (client: DynamoDBClient, TableName: string): PutAside => ({
  async parked(most) {
    const query = new QueryCommand({
      ...{ TableName, IndexName: 'owed', Limit: most },
      KeyConditionExpression: '#owed = :name',
      ExpressionAttributeNames: { '#owed': 'owed' },
      ExpressionAttributeValues: { ':name': { S: PARKED } },
    });
    return ((await asked(() => client.send(query))).Items ?? []).flatMap((item) => keyOfItem(item) ?? []);
  },

  async held(most) {
    const counts = shardsOf(heldShard).map(async (shard) => {
      const query = new QueryCommand({
        ...{ TableName, IndexName: 'owed', Select: 'COUNT', Limit: most },
        KeyConditionExpression: '#owed = :shard',
        ExpressionAttributeNames: { '#owed': 'owed' },
        ExpressionAttributeValues: { ':shard': { S: shard } },
      });
      return (await client.send(query)).Count ?? 0;
    });
    const counted = await asked(() => Promise.all(counts));
    return Math.min(
      most,
      counted.reduce((sum, count) => sum + count, 0),
    );
  },

  async stuck(most) {
    const records = await dynamoStuckRecords(client, TableName).list(most);
    return records.map(({ key: _, ...record }) => record);
  },
});
