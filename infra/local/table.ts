import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput, DynamoDBClient, Projection } from '@aws-sdk/client-dynamodb';
import { keyAttributes, tableShape } from '../table-shape.ts';
import type { IndexShape } from '../table-shape.ts';

/** The table as the cloud has it, asked of any DynamoDB: made when it is not there yet. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  if (await isThere(client, tableName)) return;
  try {
    await client.send(new CreateTableCommand(definition(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  while (!(await isThere(client, tableName))) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function isThere(client: DynamoDBClient, TableName: string): Promise<boolean> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    return Table?.TableStatus === 'ACTIVE';
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' } as const,
  { AttributeName: range, KeyType: 'RANGE' } as const,
];

const projection = ({ projects }: IndexShape): Projection =>
  projects.length > 0
    ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projects] }
    : { ProjectionType: 'KEYS_ONLY' };

const definition = (TableName: string): CreateTableCommandInput => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: keyAttributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  KeySchema: keys(tableShape.hash, tableShape.range),
  GlobalSecondaryIndexes: Object.entries(tableShape.indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keys(index.hash, index.range),
    Projection: projection(index),
  })),
});
