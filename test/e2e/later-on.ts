import { DeleteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from '../../functions/aws/case-item.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoSignInLinks } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { caseOf } from '../../functions/aws/read-case-item.ts';
import { hashOfToken } from '#casework/links.ts';
import type { Case } from '#domain/case/case.ts';
import { readReference } from '#domain/case/reference.ts';
import type { Stage } from './stage.ts';

/** As if time had passed: a browser test cannot wait for minutes and days, so the machine's table is told so. */
export const TABLE = 'importer-desk';
const PAST = '2026-01-05T12:00:00.000Z';

export function clientOf(stage: Pick<Stage, 'table'>): DynamoDBClient {
  const endpoint = stage.table();
  if (endpoint === undefined) throw new Error('this machine has its table to itself');
  return new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

/** Every case on the machine, to choose one in the state that a test wants. */
export async function casesOn(stage: Pick<Stage, 'table'>): Promise<Case[]> {
  return (await itemsOf(clientOf(stage), 'CASE#')).flatMap((item) => caseOf(item) ?? []);
}

async function itemsOf(client: DynamoDBClient, prefix: string): Promise<Item[]> {
  const { Items = [] } = await client.send(
    new ScanCommand({
      TableName: TABLE,
      FilterExpression: 'begins_with(#pk, :prefix)',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':prefix': { S: prefix } },
    }),
  );
  return Items;
}

/** Some time after the last link was asked for: the same mailbox may ask for another one. */
export async function letAsksPass(stage: Pick<Stage, 'table'>): Promise<void> {
  const client = clientOf(stage);
  for (const { pk, sk } of await itemsOf(client, 'ASK#')) {
    if (pk && sk) await client.send(new DeleteItemCommand({ TableName: TABLE, Key: { pk, sk } }));
  }
}

/** A mailed link to sign in, a quarter of an hour later. */
export async function expireSignInLink(stage: Pick<Stage, 'table'>, link: string): Promise<void> {
  const links = dynamoSignInLinks(clientOf(stage), TABLE);
  const found = await links.read(hashOfToken(new URL(link).hash.slice(1)));
  if (!found) throw new Error('no such link');
  await links.save({ ...found, rev: found.rev + 1, expiresAt: PAST }, found.rev);
}

/** Every link that was mailed about a case, weeks later. */
export async function expireCaseLinks(stage: Pick<Stage, 'table'>, reference: string): Promise<void> {
  const cases = dynamoCaseStore(clientOf(stage), TABLE);
  const read = readReference(reference);
  const [found] = read === undefined ? [] : await cases.find(read);
  if (!found) throw new Error('no such case');
  const links = found.links.map((link) => ({ ...link, expiresAt: new Date(Date.now() - 1000).toISOString() }));
  const saved = await cases.save({ ...found, rev: found.rev + 1, links }, found.rev);
  if (saved !== 'saved') throw new Error('the case moved meanwhile');
}
