import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { asked } from '../asked.ts';
import type { Item } from '../case-item.ts';

type Range = { readonly most: number } & ({ readonly before: string } | { readonly after: string });

/** How a partition of the trail is read: a part of it from either end, or all that begins so. Always as it is now. */
export const trailQueries = (client: DynamoDBClient, TableName: string) => ({
  /** Up from `after`, or down from `before`; neither of them is among what comes. */
  async some(pk: AttributeValue, range: Range): Promise<Item[]> {
    const up = 'after' in range;
    const query = new QueryCommand({
      TableName,
      Limit: range.most,
      ConsistentRead: true,
      ScanIndexForward: up,
      KeyConditionExpression: `#pk = :pk AND #sk ${up ? '>' : '<'} :from`,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: { ':pk': pk, ':from': { S: up ? range.after : range.before } },
    });
    return (await asked(() => client.send(query))).Items ?? [];
  },

  async all(pk: AttributeValue, prefix: string): Promise<Item[]> {
    const found: Item[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const query: QueryCommand = new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: `#pk = :pk${prefix === '' ? '' : ' AND begins_with(#sk, :prefix)'}`,
        ExpressionAttributeNames: prefix === '' ? { '#pk': 'pk' } : names,
        ExpressionAttributeValues: { ':pk': pk, ...(prefix !== '' && { ':prefix': { S: prefix } }) },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      });
      const { Items = [], LastEvaluatedKey } = await asked(() => client.send(query));
      found.push(...Items);
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  },
});

const names = { '#pk': 'pk', '#sk': 'sk' };
