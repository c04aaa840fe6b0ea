import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { payOneAsk } from '#casework/asks/pay-asks.ts';
import type { PayAsksPorts } from '#casework/asks/pay-asks.ts';
import { payAll } from '#casework/pay-owed.ts';
import type { PayDesk, PayPorts } from '#casework/pay-owed.ts';
import type { CaseKey } from '#domain/case/case.ts';
import { keyOfItem } from './case-item.ts';
import type { Item } from './case-item.ts';
import { askIdOfItem } from './desk-items/put-ask.ts';

/**
 * Pays the asks and the cases of a stream batch, each whatever became of the others. What failed is reported; Lambda
 * then repeats from the first of those, and what is already paid has nothing due.
 */
export async function payFromStream(
  ports: PayPorts & PayAsksPorts,
  desk: PayDesk,
  { Records }: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  // What moved more than once in the batch is paid once: what counts is what it owes now.
  const asks = firstOf(Records, askIdOfItem, (id) => id);
  const cases = firstOf(Records, keyOfItem, ({ digest }) => digest);
  const failed: DynamoDBRecord[] = [];
  // Somebody waits at the sign-in page.
  for (const { what, record } of asks.values()) if (!(await payOneAsk(ports, desk, what))) failed.push(record);
  const unpaid = await payAll(ports, desk, keysOf(cases));
  for (const { digest } of unpaid) failed.push(cases.get(digest)?.record ?? {});
  return { batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber ?? '' })) };
}

type Found<T> = Map<string, { readonly what: T; readonly record: DynamoDBRecord }>;

function firstOf<T>(
  records: readonly DynamoDBRecord[],
  read: (keys: Item) => T | undefined,
  nameOf: (what: T) => string,
): Found<T> {
  const found: Found<T> = new Map();
  for (const record of records) {
    const what = read(keysIn(record));
    if (what !== undefined && !found.has(nameOf(what))) found.set(nameOf(what), { what, record });
  }
  return found;
}

const keysOf = (cases: Found<CaseKey>): CaseKey[] => [...cases.values()].map(({ what }) => what);

function keysIn({ dynamodb }: DynamoDBRecord): Item {
  const [pk, sk] = [dynamodb?.Keys?.['pk']?.S, dynamodb?.Keys?.['sk']?.S];
  return pk === undefined || sk === undefined ? {} : { pk: { S: pk }, sk: { S: sk } };
}
