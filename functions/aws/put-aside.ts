import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { PutAside, StuckRecord } from '#casework/system/ports.ts';
import { asked } from './asked.ts';
import { PARKED, keyOfItem } from './case-item.ts';
import type { Item } from './case-item.ts';

/** In the index of debts, by when they are tried again; beside what could not be read stands the attribute `stuck`. */
export const STUCK = 'STUCK';

const stuckSchema = z.object({ since: z.string(), tries: z.number(), why: z.string() });

/** What was put aside, in DynamoDB: one bounded query of the index of debts each, and a read for each record that is stuck. */
export function dynamoPutAside(client: DynamoDBClient, TableName: string): PutAside {
  const keysIn = async (name: string, Limit: number): Promise<Item[]> => {
    const query = new QueryCommand({
      ...{ TableName, IndexName: 'owed', Limit },
      KeyConditionExpression: '#owed = :name',
      ExpressionAttributeNames: { '#owed': 'owed' },
      ExpressionAttributeValues: { ':name': { S: name } },
    });
    return (await asked(() => client.send(query))).Items ?? [];
  };

  /** The record as it is now: it may have been mended since the index was asked. */
  const stuckOf = async (listed: Item): Promise<StuckRecord[]> => {
    const { pk, sk } = listed;
    if (!pk || !sk) return [];
    const get = new GetItemCommand({
      ...{ TableName, Key: { pk, sk }, ConsistentRead: true },
      ProjectionExpression: '#stuck, #owed, #at',
      ExpressionAttributeNames: { '#stuck': 'stuck', '#owed': 'owed', '#at': 'owedAt' },
    });
    const { Item = {} } = await asked(() => client.send(get));
    if (Item['owed']?.S !== STUCK) return [];
    return [{ ...keyOfItem(listed), ...triesOf(Item), nextAt: Item['owedAt']?.S ?? '' }];
  };

  return {
    parked: async (most) => (await keysIn(PARKED, most)).flatMap((item) => keyOfItem(item) ?? []),
    stuck: async (most) => (await Promise.all((await keysIn(STUCK, most)).map(stuckOf))).flat(),
  };
}

/** A record that even this cannot be read of is shown all the same. */
function triesOf(item: Item): z.infer<typeof stuckSchema> {
  const { stuck } = unmarshall(item);
  const read = stuckSchema.safeParse(stuck);
  return read.success ? read.data : { since: item['owedAt']?.S ?? '', tries: 0, why: 'unreadable' };
}
