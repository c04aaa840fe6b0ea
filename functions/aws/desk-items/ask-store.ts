import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { AskStore } from '#casework/asks/ports.ts';
import { askSchema } from '#domain/desk/kept.ts';
import { asked } from '../asked.ts';
import { keptItems } from './kept-items.ts';
import { ASKS, askIdOfItem, askKind } from './put-ask.ts';

export const dynamoAskStore = (client: DynamoDBClient, TableName: string): AskStore => ({
  ...keptItems(client, TableName, { ...askKind, schema: askSchema }),

  async owing(until, most) {
    const query = new QueryCommand({
      TableName,
      IndexName: 'owed',
      Limit: most,
      KeyConditionExpression: '#owed = :asks AND #owedAt <= :until',
      ExpressionAttributeNames: { '#owed': 'owed', '#owedAt': 'owedAt' },
      ExpressionAttributeValues: { ':asks': { S: ASKS }, ':until': { S: until } },
    });
    const { Items = [] } = await asked(() => client.send(query));
    return Items.flatMap((item) => askIdOfItem(item) ?? []);
  },
});
