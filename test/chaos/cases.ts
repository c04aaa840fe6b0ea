import { join } from 'node:path';
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { caseOf } from '../../functions/aws/read-case-item.ts';
import type { Case } from '#domain/case/case.ts';
import { until } from './until.ts';

/** What is stored, read past all doors. */
const TABLE = 'importer-desk';

export function clientOf(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
}

/** Every case in a DynamoDB, as it is stored. */
export async function casesAt(endpoint: string): Promise<Case[]> {
  const client = clientOf(endpoint);
  const cases: Case[] = [];
  // The table holds other items as well: the figures of a day, for one.
  for await (const { Items = [] } of paginateScan({ client }, { TableName: TABLE, ConsistentRead: true }))
    cases.push(...Items.filter((item) => item['pk']?.S?.startsWith('CASE#')).flatMap((item) => caseOf(item) ?? []));
  client.destroy();
  return cases;
}

/**
 * Until no letter is owed any more, however far its next try is; asks the index, not the cases. With a count of what has
 * come, the patience begins anew whenever more has: thousands of letters take as long as the machine takes.
 */
export async function paidAt(endpoint: string, ms: number, countCome = () => Promise.resolve(0)): Promise<void> {
  const client = clientOf(endpoint);
  const cases = dynamoCaseStore(client, TABLE);
  const isPaid = async () => (await cases.owing('9999', 1)).length === 0;
  while (!(await isPaid())) {
    const come = await countCome();
    await until('one more letter, or the last', ms, async () => (await isPaid()) || (await countCome()) > come);
  }
  client.destroy();
}

/** Every case in a data folder; nothing else may have it open. */
export async function casesIn(dataDir: string): Promise<Case[]> {
  const embedded = await startEmbeddedDynamodb(join(dataDir, 'dynamodb'));
  const cases = await casesAt(embedded.endpoint);
  await embedded.close();
  return cases;
}

/** Their letters, by the names that mails are counted by. */
export const lettersOf = (cases: readonly Case[]) =>
  cases.flatMap(({ reference, letters }) =>
    letters.map((letter) => ({ name: `${reference} ${letter.kind}`, ...letter })),
  );
