import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { MailboxStore } from '#casework/mailboxes/ports.ts';
import { mailboxItemSchema } from '#domain/desk/kept.ts';
import { keptItems } from './kept-items.ts';

export const dynamoMailboxes = (client: DynamoDBClient, tableName: string): MailboxStore =>
  keptItems(client, tableName, { prefix: 'MAILBOX', schema: mailboxItemSchema });
