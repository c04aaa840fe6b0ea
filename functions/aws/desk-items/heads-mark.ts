import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { HeadsMark } from '#casework/audit/ports.ts';
import { asked, unlessRefused } from '../asked.ts';

const mark = 'mark';
const Key = { pk: { S: `HEADS#${mark}` }, sk: { S: mark } };

/** One small item: the last hour whose heads are in the log. It never goes back. */
export const dynamoHeadsMark = (client: DynamoDBClient, TableName: string): HeadsMark => ({
  async read() {
    const get = new GetItemCommand({ TableName, Key, ConsistentRead: true });
    return (await asked(() => client.send(get))).Item?.['hour']?.S;
  },
  async save(hour) {
    const put = new PutItemCommand({
      TableName,
      Item: { ...Key, hour: { S: hour } },
      ConditionExpression: 'attribute_not_exists(pk) OR #hour < :hour',
      ExpressionAttributeNames: { '#hour': 'hour' },
      ExpressionAttributeValues: { ':hour': { S: hour } },
    });
    await unlessRefused(() => client.send(put));
  },
});
