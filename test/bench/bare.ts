import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** What the intake is measured against: the least that stores an item. It checks nothing and answers nothing of use. */
export type Item = Record<string, AttributeValue>;

const TableName = process.env['TABLE_NAME'];
const client = new DynamoDBClient({
  region: process.env['AWS_REGION'] ?? '',
  endpoint: process.env['DYNAMODB_ENDPOINT'] ?? '',
});

export async function handler(item: Item): Promise<{ statusCode: number }> {
  await client.send(new PutItemCommand({ TableName, Item: item }));
  return { statusCode: 201 };
}
