import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { TrailStore } from '#casework/audit/ports.ts';
import { readReference } from '#domain/case/reference.ts';
import { trailEntrySchema } from '#domain/desk/trail.ts';
import type { Chain, TrailEntry } from '#domain/desk/trail.ts';
import { unlessRefused } from '../asked.ts';
import { attributesOf } from '../attributes.ts';
import type { Item } from '../case-item.ts';
import { trailQueries } from './trail-queries.ts';

const DAY = 24 * 3600 * 1000;
const OF_NEW = 'attribute_not_exists(pk)';

/**
 * Chains of the audit trail: an entry is an item whose key is its number, so that one put claims it. Beside them lies
 * which chains grew in which hour. All is kept for some days (`domain/desk/trail-days.ts`).
 */
export function dynamoTrailStore(client: DynamoDBClient, TableName: string, keptDays: number): TrailStore {
  const read = trailQueries(client, TableName);
  const putNew = (Item: Item): Promise<boolean> =>
    unlessRefused(() => client.send(new PutItemCommand({ TableName, Item, ConditionExpression: OF_NEW })));
  const keptUntil = (at: string): Item => ({
    expiresAt: { N: String(Math.floor((Date.parse(at) + keptDays * DAY) / 1000)) },
  });
  const grown = async (kind: Chain['kind'], when: string): Promise<(readonly [string, string])[]> => {
    const names = (await read.all({ S: `TRAILS#${kind}#${when.slice(0, 10)}` }, when.slice(11))).map(nameOf);
    return [...new Set(names)]
      .sort()
      .map((name) => [name.slice(0, name.indexOf('#')), name.slice(name.indexOf('#') + 1)]);
  };
  return {
    async put(chain, { n, ...entry }) {
      const key: Item = { ...partitionOf(chain), sk: { S: placeOf(n) } };
      const put = await putNew({ ...key, ...attributesOf({ entry }), ...keptUntil(entry.event.at) });
      return put ? 'stored' : 'already-stored';
    },
    async note(chain, hour) {
      const [first, second] = partsOf(chain);
      const key: Item = {
        pk: { S: `TRAILS#${chain.kind}#${hour.slice(0, 10)}` },
        sk: { S: `${hour.slice(11)}#${first}#${second}` },
      };
      await putNew({ ...key, ...keptUntil(`${hour}:00:00Z`) });
    },
    latest: async (chain, most, before) =>
      (await read.some(partitionOf(chain).pk, { most, before: before === undefined ? '~' : placeOf(before) })).map(
        entryOf,
      ),
    after: async (chain, n, most) => (await read.some(partitionOf(chain).pk, { most, after: placeOf(n) })).map(entryOf),
    days: async (when) => (await grown('day', when)).map(([day, who]) => ({ kind: 'day', day, who })),
    cases: async (when) =>
      (await grown('case', when)).flatMap(([said, digest]) => {
        const reference = readReference(said);
        return reference ? [{ kind: 'case', reference, digest }] : [];
      }),
  };
}

const partsOf = (chain: Chain): readonly [string, string] =>
  chain.kind === 'day' ? [chain.day, chain.who] : [chain.reference, chain.digest];

/** Two kinds of keys, since the importer's door may write to the chains of cases alone. */
const partitionOf = (chain: Chain) => ({
  pk: { S: chain.kind === 'day' ? `TRAIL#${chain.day}#${chain.who}` : `CASETRAIL#${chain.reference}#${chain.digest}` },
});

/** In the order of numbers. */
const placeOf = (n: number): string => String(n).padStart(9, '0');

/** Without its hour. */
const nameOf = ({ sk }: Item): string => (sk?.S ?? '').slice(3);

/** The number is that of the key, whatever the item says. One that cannot be read any more was changed by hand, and no hash fits it. */
function entryOf(item: Item): TrailEntry {
  const n = Number(item['sk']?.S);
  const entry = trailEntrySchema.safeParse({ ...saidBy(item), n });
  return entry.success ? entry.data : { n, prev: '', hash: '', event: unreadable };
}

function saidBy(item: Item): object {
  const entry: unknown = unmarshall(item)['entry'];
  return typeof entry === 'object' && entry !== null ? entry : {};
}

const unreadable = { at: '1970-01-01T00:00:00.000Z', who: '', name: '', what: 'unreadable' };
