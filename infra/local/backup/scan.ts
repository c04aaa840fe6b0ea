import { ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item } from '../../../functions/aws/case-item.ts';

export type Page = { readonly items: readonly Item[]; readonly next?: Item; readonly units: number };

type Part = { readonly nth: number; readonly of: number; readonly after?: Item | undefined; readonly most: number };

/** Some items of one part of a table, as they were about now: not the same moment for all. */
export async function scanPage(client: DynamoDBClient, TableName: string, part: Part): Promise<Page> {
  const { Items, LastEvaluatedKey, ConsumedCapacity } = await client.send(
    new ScanCommand({
      TableName,
      Segment: part.nth,
      TotalSegments: part.of,
      Limit: part.most,
      ReturnConsumedCapacity: 'TOTAL',
      ...(part.after && { ExclusiveStartKey: part.after }),
    }),
  );
  return {
    items: Items ?? [],
    units: ConsumedCapacity?.CapacityUnits ?? 0,
    ...(LastEvaluatedKey && { next: LastEvaluatedKey }),
  };
}

/** Every page of one part. */
export async function* pagesOf(client: DynamoDBClient, table: string, part: Part): AsyncGenerator<Page> {
  let after = part.after;
  do {
    const page = await scanPage(client, table, { ...part, after });
    yield page;
    after = page.next;
  } while (after);
}

/** So many items at once that a page costs about a second of what the command may take. */
export const pageFor = (unitsASecond: number): number => Math.min(1000, Math.max(25, unitsASecond));
