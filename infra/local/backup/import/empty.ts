import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { countedAnew, kindOf, leftOut } from '../kinds.ts';
import { pagesOf } from '../scan.ts';

const passing = [...countedAnew, ...Object.keys(leftOut)];

/** What stands in an import's way: the kind of the first item that somebody made. A desk that only stood idle is empty. */
export async function foundIn(client: DynamoDBClient, table: string): Promise<string | undefined> {
  for await (const { items } of pagesOf(client, table, { nth: 0, of: 1, most: 1000 })) {
    const found = items.map(kindOf).find((kind) => !passing.includes(kind));
    if (found !== undefined) return found;
  }
  return undefined;
}
