import { GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { RecordKey, StuckRecord, StuckStore, Worked } from '#casework/stuck/ports.ts';
import { asked, unlessRefused } from './asked.ts';
import { attributesOf } from './attributes.ts';
import { keyOf, keyOfItem } from './case-item.ts';
import type { Item } from './case-item.ts';
import { keyOfKept } from './desk-items/put-item.ts';
import { askKind } from './desk-items/put-ask.ts';

/** Where records that are set aside stand in the index of debts, by when they are tried again. */
const STUCK = 'STUCK';

/** Beside what the record holds: since when, how often, why, and where in the index it stood. */
const stuckSchema = z.object({
  since: z.string(),
  tries: z.number(),
  why: z.string(),
  owed: z.string(),
  owedAt: z.string(),
});
type Stuck = z.infer<typeof stuckSchema>;

const itemKey = ({ pk, sk }: RecordKey): Item => ({ pk: { S: pk }, sk: { S: sk } });
const keyOfWorked = (what: Worked): Item => ('case' in what ? keyOf(what.case) : keyOfKept(askKind, what.ask));

function stuckOf(item: Item): Stuck | undefined {
  const read = item['stuck'] && stuckSchema.safeParse(unmarshall({ stuck: item['stuck'] })['stuck']);
  return read?.success ? read.data : undefined;
}

function recordOf(item: Item): StuckRecord | undefined {
  const [pk, sk, nextAt = ''] = [item['pk']?.S, item['sk']?.S, item['owedAt']?.S];
  if (pk === undefined || sk === undefined) return undefined;
  // One of which even this cannot be read is shown all the same.
  const { since, tries, why } = stuckOf(item) ?? { since: nextAt, tries: 0, why: 'unreadable' };
  return { key: { pk, sk }, ...keyOfItem(item), since, nextAt, tries, why };
}

const looked = ['rev', 'owed', 'owedAt'] as const;

/** That nobody wrote since it was read. Of something we never wrote, even the revision may be missing. */
function unchanged(item: Item) {
  const there = looked.filter((name) => item[name] !== undefined);
  const conditions = looked.map((name) =>
    there.includes(name) ? `#${name} = :${name}` : `attribute_not_exists(#${name})`,
  );
  return {
    ConditionExpression: conditions.join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(looked.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(there.map((name) => [`:${name}`, item[name] ?? { NULL: true }])),
  };
}

/** Records that are set aside, in DynamoDB. Each write is the item as it was read but for where the index finds it: its content may be anything. */
export function dynamoStuckRecords(client: DynamoDBClient, TableName: string): StuckStore {
  const read = async (Key: Item): Promise<Item | undefined> =>
    (await asked(() => client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true })))).Item;

  /** Nothing when somebody wrote meanwhile: then it can be worked on, or will be set aside again. */
  const write = (item: Item, owed: Item): Promise<boolean> =>
    unlessRefused(() =>
      client.send(
        new PutItemCommand({
          TableName,
          Item: { ...item, ...owed },
          ...unchanged(item),
        }),
      ),
    );

  return {
    async putAside(what, { why, at, nextAtOf }) {
      const item = await read(keyOfWorked(what));
      const [owed, owedAt] = [item?.['owed']?.S, item?.['owedAt']?.S];
      if (!item || owed === undefined || owedAt === undefined) return undefined;
      const before = stuckOf(item);
      const since = before?.since ?? at;
      const tries = (before?.tries ?? 0) + 1;
      const was = owed === STUCK && before ? before : { owed, owedAt };
      const stuck: Stuck = { since, tries, why, owed: was.owed, owedAt: was.owedAt };
      const aside = { owed: { S: STUCK }, owedAt: { S: nextAtOf(tries, since) }, ...attributesOf({ stuck }) };
      return (await write(item, aside)) ? recordOf({ ...item, ...aside }) : undefined;
    },

    async list(most) {
      const query = new QueryCommand({
        TableName,
        IndexName: 'owed',
        Limit: most,
        KeyConditionExpression: '#owed = :stuck',
        ExpressionAttributeNames: { '#owed': 'owed' },
        ExpressionAttributeValues: { ':stuck': { S: STUCK } },
      });
      const { Items = [] } = await asked(() => client.send(query));
      // The index holds keys only.
      const keys = Items.flatMap(({ pk, sk }) => (pk && sk ? [{ pk, sk }] : []));
      const items = await Promise.all(keys.map(read));
      return items.flatMap((item) => (item?.['owed']?.S === STUCK ? (recordOf(item) ?? []) : []));
    },

    async retryNow({ key }) {
      const item = await read(itemKey(key));
      const stuck = item && stuckOf(item);
      if (!stuck || item['owed']?.S !== STUCK) return;
      await write(item, { owed: { S: stuck.owed }, owedAt: { S: stuck.owedAt } });
    },
  };
}
