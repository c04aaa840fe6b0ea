import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CaseStore } from '#casework/ports.ts';
import { asked, unlessRefused } from './asked.ts';
import { itemOf, keyOf, owedShard } from './case-item.ts';
import { itemsOfReference } from './of-reference.ts';
import { oldestDue, shardsOf } from './owed-index.ts';
import { dynamoPutCase } from './put-case.ts';
import { caseOf } from './read-case-item.ts';

/** The case store in DynamoDB. Every write is one conditional put of the whole item. */
export function dynamoCaseStore(client: DynamoDBClient, TableName: string): CaseStore {
  return {
    ...dynamoPutCase(client, TableName),

    async read(key) {
      const { Item } = await asked(() =>
        client.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true })),
      );
      return Item && caseOf(Item);
    },

    async find(reference) {
      const items = await itemsOfReference(client, TableName, reference);
      return items.flatMap((item) => caseOf(item) ?? []);
    },

    async save(next, readRev) {
      const done = await unlessRefused(() =>
        client.send(
          new PutItemCommand({
            TableName,
            Item: itemOf(next),
            ConditionExpression: '#rev = :read',
            ExpressionAttributeNames: { '#rev': 'rev' },
            ExpressionAttributeValues: { ':read': { N: String(readRev) } },
          }),
        ),
      );
      return done ? 'saved' : 'moved';
    },

    owing: (until, most) => oldestDue(client, TableName, shardsOf(owedShard), until, most),
  };
}
