import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DayStore } from '#casework/insights/ports.ts';
import { dayFiguresSchema } from '#domain/desk/insights.ts';
import { asked, unlessRefused } from './asked.ts';
import { attributesOf } from './attributes.ts';

/** One partition holds the figures of all days, some two kilobytes each: a window of them is one query. */
const ALL_DAYS = 'figures';
const PARTITION = `DAY#${ALL_DAYS}`;

/** Two years and a bit: longer than any page looks back. */
const KEPT_SECONDS = 800 * 24 * 3600;

export const dynamoDayStore = (client: DynamoDBClient, TableName: string): DayStore => ({
  async put(figures) {
    const put = new PutItemCommand({
      TableName,
      Item: {
        pk: { S: PARTITION },
        sk: { S: figures.day },
        computedAt: { S: figures.computedAt },
        expiresAt: { N: String(Math.floor(Date.parse(figures.day) / 1000) + KEPT_SECONDS) },
        ...attributesOf({ figures }),
      },
      // Of two runs at once, the one that began later counted what is newer.
      ConditionExpression: 'attribute_not_exists(pk) OR #at < :at',
      ExpressionAttributeNames: { '#at': 'computedAt' },
      ExpressionAttributeValues: { ':at': { S: figures.computedAt } },
    });
    await unlessRefused(() => client.send(put));
  },

  async between(first, last) {
    const query = new QueryCommand({
      TableName,
      KeyConditionExpression: '#pk = :days AND #sk BETWEEN :first AND :last',
      ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
      ExpressionAttributeValues: { ':days': { S: PARTITION }, ':first': { S: first }, ':last': { S: last } },
    });
    const { Items = [] } = await asked(() => client.send(query));
    return Items.map((item) => dayFiguresSchema.parse(unmarshall(item)['figures']));
  },
});
