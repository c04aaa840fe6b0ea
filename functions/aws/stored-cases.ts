import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { StoredCases } from '#casework/watch/ports.ts';
import { cardSchema } from '#domain/desk/card.ts';
import type { Card } from '#domain/desk/card.ts';
import { asked } from './asked.ts';
import { casePartition } from './case-item.ts';
import type { Item } from './case-item.ts';

/** About what one answer of the table holds (1 MB). */
const CARDS_A_PAGE = 1500;

/** What is stored, without reading one case: the cards that the index of days holds, and a count under a reference. */
export const dynamoStoredCases = (client: DynamoDBClient, TableName: string, Limit = CARDS_A_PAGE): StoredCases => ({
  async *ofHour(hour) {
    let ExclusiveStartKey: Item | undefined;
    do {
      const query: QueryCommand = new QueryCommand({
        TableName,
        IndexName: 'day',
        Limit,
        KeyConditionExpression: '#day = :day AND #openedAt BETWEEN :from AND :to',
        ProjectionExpression: '#card',
        ExpressionAttributeNames: { '#day': 'day', '#openedAt': 'openedAt', '#card': 'card' },
        ExpressionAttributeValues: {
          ':day': { S: hour.slice(0, 10) },
          ':from': { S: `${hour}:00:00.000Z` },
          ':to': { S: `${hour}:59:59.999Z` },
        },
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      });
      const { Items = [], LastEvaluatedKey } = await asked(() => client.send(query));
      yield* Items.flatMap(cardIn);
      ExclusiveStartKey = LastEvaluatedKey;
    } while (ExclusiveStartKey);
  },

  async holds(reference) {
    const query = new QueryCommand({
      TableName,
      Select: 'COUNT',
      Limit: 1,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': casePartition(reference) },
    });
    const { Count = 0 } = await asked(() => client.send(query));
    return Count > 0;
  },
});

/** One that cannot be read stops no count: whether its case is there, its reference tells. */
function cardIn(item: Item): Card[] {
  const card = cardSchema.safeParse(unmarshall(item)['card']);
  return card.success ? [card.data] : [];
}
