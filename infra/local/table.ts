import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { CreateTableCommandInput, DynamoDBClient, Projection } from '@aws-sdk/client-dynamodb';
import { copyItems, dropTable, refuseElsewhere } from './table-copy.ts';
import { keyAttributes, tableShape } from '../table-shape.ts';
import type { IndexShape } from '../table-shape.ts';

/** The table as the cloud has it, asked of any DynamoDB: made when it is not there yet, made anew when it is of an older version. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  const missing = await missingIndexes(client, tableName);
  const copyName = `${tableName}${COPY}`;
  const copy = await missingIndexes(client, copyName);
  if (missing !== undefined && missing.length > 0) {
    await refuseElsewhere(client, tableName, missing);
    // A copy beside a table of the older version was never finished.
    if (copy) await dropTable(client, copyName);
    await createTable(client, copyName);
    await copyItems(client, tableName, copyName);
    await dropTable(client, tableName);
  }
  await createTable(client, tableName);
  if (copy ?? missing?.length) {
    // From here on the copy is whole, whatever the first table holds: copying twice does no harm.
    await copyItems(client, copyName, tableName);
    await dropTable(client, copyName);
  }
}

const COPY = '-being-rebuilt';

/** Indexes that a table lacks; undefined when there is no such table. */
async function missingIndexes(client: DynamoDBClient, TableName: string): Promise<string[] | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const there = Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName) ?? [];
    return Object.keys(tableShape.indexes).filter((name) => !there.includes(name));
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function createTable(client: DynamoDBClient, tableName: string): Promise<void> {
  if (await isThere(client, tableName)) return;
  try {
    await client.send(new CreateTableCommand(definition(tableName)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  while (!(await isThere(client, tableName))) await pause(20);
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
