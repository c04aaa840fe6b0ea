import { randomBytes } from 'node:crypto';
import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AuditStore } from '#casework/sign-in/ports.ts';
import { auditEventSchema } from '#domain/desk/kept.ts';
import { asked, unlessRefused } from '../asked.ts';
import { attributesOf } from '../attributes.ts';

const DAY = 24 * 3600 * 1000;

const partition = (month: string): string => `AUDIT#${month}`;

/** What members did, a partition a month, in the order of time. Kept as long as a closed case. */
export const dynamoAuditStore = (client: DynamoDBClient, TableName: string, keptDays: number): AuditStore => ({
  async add(event) {
    const until = Math.floor((Date.parse(event.at) + keptDays * DAY) / 1000);
    const Item = {
      pk: { S: partition(event.at.slice(0, 7)) },
      // Two things may happen in one millisecond.
      sk: { S: `${event.at}#${randomBytes(6).toString('hex')}` },
      ...attributesOf({ event, expiresAt: until }),
    };
    const write = new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
    if (!(await unlessRefused(() => client.send(write)))) throw new Error('an audit event came twice');
  },

  async list(month, { most, cursor }) {
    const before = cursor === undefined ? '' : ' AND #sk < :before';
    const query = new QueryCommand({
      TableName,
      Limit: most,
      ScanIndexForward: false,
      KeyConditionExpression: `#pk = :pk${before}`,
      ExpressionAttributeNames: { '#pk': 'pk', ...(cursor !== undefined && { '#sk': 'sk' }) },
      ExpressionAttributeValues: {
        ':pk': { S: partition(month) },
        ...(cursor !== undefined && { ':before': { S: cursor } }),
      },
    });
    const { Items = [], LastEvaluatedKey } = await asked(() => client.send(query));
    const next = LastEvaluatedKey && Items.at(-1)?.['sk']?.S;
    const events = Items.map((item) => auditEventSchema.parse(unmarshall(item)['event']));
    return { events, ...(next !== undefined && { cursor: next }) };
  },
});
