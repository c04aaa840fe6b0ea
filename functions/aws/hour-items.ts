import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { HourStore } from '#casework/watch/ports.ts';
import { hourSchema } from '#domain/desk/system.ts';
import { asked, unlessRefused } from './asked.ts';
import { attributesOf } from './attributes.ts';

/** One partition holds all hours, half a kilobyte each: the last days of them are one query. */
const PARTITION = 'HOURS#all';

/** A quarter of a year and a bit, for who asks how it was. */
const KEPT_SECONDS = 100 * 24 * 3600;

export const dynamoHourStore = (client: DynamoDBClient, TableName: string): HourStore => ({
  async put(checked) {
    const put = new PutItemCommand({
      TableName,
      Item: {
        pk: { S: PARTITION },
        sk: { S: checked.hour },
        checkedAt: { S: checked.checkedAt },
        expiresAt: { N: String(Math.floor(Date.parse(`${checked.hour}:00:00Z`) / 1000) + KEPT_SECONDS) },
        ...attributesOf({ checked }),
      },
      // Of two runs at once, the one that looked later knows more.
      ConditionExpression: 'attribute_not_exists(pk) OR #at < :at',
      ExpressionAttributeNames: { '#at': 'checkedAt' },
      ExpressionAttributeValues: { ':at': { S: checked.checkedAt } },
    });
    await unlessRefused(() => client.send(put));
  },

  async latest(most) {
    const query = new QueryCommand({
      TableName,
      Limit: most,
      ScanIndexForward: false,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :hours',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':hours': { S: PARTITION } },
    });
    const { Items = [] } = await asked(() => client.send(query));
    return Items.map((item) => hourSchema.parse(unmarshall(item)['checked']));
  },
});
