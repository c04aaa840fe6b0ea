import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { LookedStore } from '#casework/lists/ports.ts';
import { asked } from './asked.ts';
import type { Item } from './case-item.ts';

/** Longer than anybody is away; what is left of somebody who went goes by itself. */
const KEPT_SECONDS = 400 * 24 * 3600;

const keyOf = (mailbox: string): Item => ({ pk: { S: `MEMBER#${mailbox}` }, sk: { S: 'looked' } });

/** One small item a member. The last word counts, so that nothing is compared. */
export const dynamoLookedStore = (client: DynamoDBClient, TableName: string): LookedStore => ({
  async read(mailbox) {
    const { Item } = await asked(() => client.send(new GetItemCommand({ TableName, Key: keyOf(mailbox) })));
    return Item?.['lookedAt']?.S;
  },
  async save(mailbox, at) {
    const expiresAt = { N: String(Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS) };
    const item = { ...keyOf(mailbox), lookedAt: { S: at }, expiresAt };
    await asked(() => client.send(new PutItemCommand({ TableName, Item: item })));
  },
});
