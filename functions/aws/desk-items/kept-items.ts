import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ZodMiniType } from 'zod/mini';
import { asked, unlessRefused } from '../asked.ts';
import { dynamoPut, itemOfKept, keyOfKept } from './put-item.ts';
import type { Kept, Kind } from './put-item.ts';

/** One kind of the desk's small items in DynamoDB: each under its id, every write one conditional put of the whole item. */
export const keptItems = <T extends Kept>(
  client: DynamoDBClient,
  TableName: string,
  kind: Kind<T> & { readonly schema: ZodMiniType<T> },
) => ({
  put: dynamoPut(client, TableName, kind),

  async read(id: string): Promise<T | undefined> {
    const Key = keyOfKept(kind, id);
    const { Item } = await asked(() => client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true })));
    return Item && kind.schema.parse(unmarshall(Item)['kept']);
  },

  async save(next: T, readRev: number): Promise<'saved' | 'moved'> {
    const write = new PutItemCommand({
      TableName,
      Item: itemOfKept(kind, next),
      ConditionExpression: '#rev = :read',
      ExpressionAttributeNames: { '#rev': 'rev' },
      ExpressionAttributeValues: { ':read': { N: String(readRev) } },
    });
    return (await unlessRefused(() => client.send(write))) ? 'saved' : 'moved';
  },
});
