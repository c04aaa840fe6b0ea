import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { CaseReference } from '#domain/case/reference.ts';
import { asked } from './asked.ts';
import { casePartition } from './case-item.ts';
import type { Item } from './case-item.ts';

/** Two cases share a reference once in 2^50; far more than that is somebody's play with our table. */
const MOST_OF_A_REFERENCE = 10;

/** What stands under a reference as it is this moment: cases, and the traces of those that were erased. */
export async function itemsOfReference(
  client: DynamoDBClient,
  TableName: string,
  reference: CaseReference,
): Promise<readonly Item[]> {
  const { Items = [] } = await asked(() =>
    client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        Limit: MOST_OF_A_REFERENCE,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': casePartition(reference) },
      }),
    ),
  );
  return Items;
}
