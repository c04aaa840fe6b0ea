import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';

/**
 * The table's stream, which the embedded table lacks: a record for each write that owes something, as infra/pay-owed.ts
 * asks for them. A write whose condition did not hold is none.
 */
export function streamOf(client: DynamoDBClient): { readonly records: readonly DynamoDBRecord[] } {
  const records: DynamoDBRecord[] = [];
  client.middlewareStack.add((next) => async (args) => {
    const done = await next(args);
    const item = 'Item' in args.input ? args.input.Item : undefined;
    const [pk, sk, owed] = [item?.['pk']?.S, item?.['sk']?.S, item?.['owed']?.S];
    if (pk !== undefined && sk !== undefined && owed !== undefined && /^(OWED#|ASKS)/.test(owed))
      records.push({
        dynamodb: { SequenceNumber: String(records.length + 1), Keys: { pk: { S: pk }, sk: { S: sk } } },
      });
    return done;
  });
  return { records };
}
