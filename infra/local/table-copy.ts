import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteTableCommand,
  DescribeTableCommand,
  PutItemCommand,
  ResourceNotFoundException,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { itemOf, keyOfItem } from '../../functions/aws/case-item.ts';
import type { Item } from '../../functions/aws/case-item.ts';
import { caseOf } from '../../functions/aws/read-case-item.ts';

/** All items of one table into another; cases with the keys and the card that today's writer gives them. */
export async function copyItems(client: DynamoDBClient, from: string, to: string): Promise<void> {
  let start: Item | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: from, ...(start && { ExclusiveStartKey: start }) }));
    for (const item of page.Items ?? []) await client.send(new PutItemCommand({ TableName: to, Item: renewed(item) }));
    start = page.LastEvaluatedKey;
  } while (start);
}

/** A trace stays as it is. */
function renewed(item: Item): Item {
  const of = keyOfItem(item) && caseOf(item);
  return of ? itemOf(of) : item;
}

export async function dropTable(client: DynamoDBClient, TableName: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName }));
  try {
    for (;;) {
      await client.send(new DescribeTableCommand({ TableName }));
      await pause(20);
    }
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
}

/** Only what lies on this machine is made anew without being asked. */
export async function refuseElsewhere(client: DynamoDBClient, tableName: string, missing: string[]): Promise<void> {
  const { hostname } = (await client.config.endpoint?.()) ?? { hostname: 'AWS' };
  if (['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return;
  throw new Error(
    `The table ${tableName} at ${hostname} lacks the index ${missing.join(', ')}. Add it there, or name another table.`,
  );
}
