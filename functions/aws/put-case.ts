import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { CaseStore } from '#casework/ports.ts';
import { unlessRefused } from './asked.ts';
import { itemOf } from './case-item.ts';

/**
 * The one thing that the public door may do with the store. Apart from the rest, so that the door does not carry the
 * reader of cases, and its schema, through every cold start.
 */
export const dynamoPutCase = (client: DynamoDBClient, TableName: string): Pick<CaseStore, 'put'> => ({
  async put(opened) {
    const ConditionExpression = 'attribute_not_exists(pk)';
    const put = new PutItemCommand({ TableName, Item: itemOf(opened), ConditionExpression });
    return (await unlessRefused(() => client.send(put))) ? 'stored' : 'already-stored';
  },
});
