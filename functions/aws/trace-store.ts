import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { TraceStore } from '#casework/forget/ports.ts';
import { traceSchema } from '#domain/case/trace.ts';
import type { Trace } from '#domain/case/trace.ts';
import { asked, unlessRefused } from './asked.ts';
import { attributesOf } from './attributes.ts';
import { PARKED, endsShard, heldShard, keyOf, keyOfItem } from './case-item.ts';
import type { Item } from './case-item.ts';
import { itemsOfReference } from './of-reference.ts';
import { oldestDue, shardsOf } from './owed-index.ts';

/** Traces stand in the index by importer under the keyed hash, where no list of cases looks. */
const goneOf = (importerHash: string): string => `GONE#${importerHash}`;

const itemOf = (trace: Trace): Item => ({
  ...keyOf(trace),
  importerKey: { S: goneOf(trace.importerHash) },
  openedAt: { S: trace.openedAt },
  ...attributesOf({ trace }),
  expiresAt: { N: String(Math.floor(Date.parse(trace.keptUntil) / 1000)) },
});

const tracesIn = (items: readonly Item[]): Trace[] =>
  items.flatMap((item) => (item['trace'] ? [traceSchema.parse(unmarshall(item)['trace'])] : []));

/** Where cases that owe nothing stand, each by its end. */
const ending = [...shardsOf(endsShard), ...shardsOf(heldShard), PARKED];

/** Traces in DynamoDB, each under the key that its case had: the very same submission stays known, and nothing is deleted. */
export function dynamoTraceStore(client: DynamoDBClient, TableName: string): TraceStore {
  const ofReference: TraceStore['ofReference'] = async (reference) =>
    tracesIn(await itemsOfReference(client, TableName, reference));
  return {
    ofReference,
    ending: (until, most) => oldestDue(client, TableName, ending, until, most),

    async leave(trace, readRev) {
      const put = new PutItemCommand({
        TableName,
        Item: itemOf(trace),
        ConditionExpression: '#rev = :read',
        ExpressionAttributeNames: { '#rev': 'rev' },
        ExpressionAttributeValues: { ':read': { N: String(readRev) } },
      });
      return (await unlessRefused(() => client.send(put))) ? 'left' : 'moved';
    },

    async ofImporter(importerHash, most) {
      const query = new QueryCommand({
        TableName,
        IndexName: 'importer',
        Limit: most,
        ScanIndexForward: false,
        KeyConditionExpression: '#importer = :gone',
        ExpressionAttributeNames: { '#importer': 'importerKey' },
        ExpressionAttributeValues: { ':gone': { S: goneOf(importerHash) } },
      });
      const { Items = [] } = await asked(() => client.send(query));
      const keys = Items.flatMap((item) => keyOfItem(item) ?? []);
      const found = await Promise.all(
        keys.map(async ({ reference, digest }) =>
          (await ofReference(reference)).filter((trace) => trace.digest === digest),
        ),
      );
      return found.flat();
    },
  };
}
