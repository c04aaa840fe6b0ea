import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { payCase } from '#casework/pay-owed.ts';
import type { PayDesk, PayPorts } from '#casework/pay-owed.ts';
import { keyOfItem } from './case-item.ts';

/**
 * Pays the cases of a stream batch, one by one, each whatever became of the others. What failed is reported; Lambda then
 * repeats from the first of those, and a case that is already paid has nothing due.
 */
export async function payFromStream(
  ports: PayPorts,
  desk: PayDesk,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  const batchItemFailures = [];
  for (const record of event.Records) {
    const keys = record.dynamodb?.Keys ?? {};
    const key = keyOfItem({ pk: { S: keys['pk']?.S ?? '' }, sk: { S: keys['sk']?.S ?? '' } });
    try {
      if (key) await payCase(ports, desk, key);
    } catch (error) {
      ports.log('pay-failed', {
        reference: key?.reference ?? '',
        error: error instanceof Error ? error.name : 'unknown',
      });
      batchItemFailures.push({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' });
    }
  }
  return { batchItemFailures };
}
