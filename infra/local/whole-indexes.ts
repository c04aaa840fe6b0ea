import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWriteItemCommand, DynamoDBClient, paginateListTables, paginateScan } from '@aws-sdk/client-dynamodb';
import type { AttributeValue, WriteRequest } from '@aws-sdk/client-dynamodb';

/**
 * Dynalite writes an index's entries before the item, one by one: a process that is killed in between leaves a case that no
 * index finds, or finds twice, for ever. DynamoDB itself cannot. So after an end that was no proper stop, the entries of all
 * indexes are thrown away and made anew from the items, before anybody is let in. `npm run chaos` met it: a letter that had
 * arrived was owed on its case and in no list of what is owed.
 */
const mark = (folder: string): string => join(folder, 'stopped-properly');

/** Whether the last process that had the folder open stopped as it should; from now on, until it says so, this one has not. */
export function stoppedProperly(folder: string): boolean {
  const stopped = existsSync(mark(folder));
  rmSync(mark(folder), { force: true });
  return stopped;
}

export const markStopped = (folder: string): void => writeFileSync(mark(folder), '');

/** The range of keys that dynalite keeps indexes under. */
export const indexKeys = { gte: 'index-', lt: 'index.' } as const;

/** Writes every item again as it is, and with it its entries in each index. Killed meanwhile, it is done anew at the next start. */
export async function makeIndexesAnew(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    for (const TableName of TableNames)
      for await (const { Items = [] } of paginateScan({ client }, { TableName }))
        await writeAll(client, TableName, Items);
  }
  client.destroy();
}

/** As many as DynamoDB takes at once. */
const BATCH = 25;

type Item = Record<string, AttributeValue>;

async function writeAll(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  for (let at = 0; at < items.length; at += BATCH) {
    let left: WriteRequest[] = items.slice(at, at + BATCH).map((Item) => ({ PutRequest: { Item } }));
    while (left.length > 0) {
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
      left = UnprocessedItems?.[table] ?? [];
    }
  }
}
