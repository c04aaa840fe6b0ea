import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { payAll } from '#casework/pay-owed.ts';
import type { PayDesk, PayPorts } from '#casework/pay-owed.ts';
import type { CaseKey } from '#domain/case/case.ts';
import { keyOfItem } from './case-item.ts';

/**
 * Pays the cases of a stream batch, each whatever became of the others. What failed is reported; Lambda then repeats
 * from the first of those, and a case that is already paid has nothing due.
 */
export async function payFromStream(
  ports: PayPorts,
  desk: PayDesk,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  // A case that moved more than once in the batch is paid once: what counts is what it owes now.
  const records = new Map<string, { key: CaseKey; record: DynamoDBRecord }>();
  for (const record of event.Records) {
    const key = keyOf(record);
    if (key && !records.has(key.digest)) records.set(key.digest, { key, record });
  }
  const failed = await payAll(
    ports,
    desk,
    [...records.values()].map(({ key }) => key),
  );
  return {
    batchItemFailures: failed.map(({ digest }) => ({
      itemIdentifier: records.get(digest)?.record.dynamodb?.SequenceNumber ?? '',
    })),
  };
}

function keyOf({ dynamodb }: DynamoDBRecord): CaseKey | undefined {
  const [pk, sk] = [dynamodb?.Keys?.['pk']?.S, dynamodb?.Keys?.['sk']?.S];
  return pk === undefined || sk === undefined ? undefined : keyOfItem({ pk: { S: pk }, sk: { S: sk } });
}
