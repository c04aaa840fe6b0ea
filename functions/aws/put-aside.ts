import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { PutAside } from '#casework/system/ports.ts';
import { asked } from './asked.ts';
import { PARKED, keyOfItem } from './case-item.ts';
import { dynamoStuckRecords } from './stuck.ts';

/** What was put aside, in DynamoDB: one bounded query of the index of debts each, and a read for each record that is stuck. */
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

  async stuck(most) {
    const records = await dynamoStuckRecords(client, TableName).list(most);
    return records.map(({ key: _, ...record }) => record);
  },
});
