import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CanaryStore } from '#casework/canary/ports.ts';
import { canaryStateSchema } from '#domain/desk/canary-state.ts';
import { keptItems } from './kept-items.ts';

/** One item, `CANARY#last`. */
export const dynamoCanaryStore = (client: DynamoDBClient, tableName: string): CanaryStore =>
  keptItems(client, tableName, { prefix: 'CANARY', schema: canaryStateSchema });
