import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { record, recordOfCase } from '#casework/audit/record.ts';
import { forgetExpired } from '#casework/forget/forget-expired.ts';
import { newToken } from '#casework/links.ts';
import type { Case } from '#domain/case/case.ts';
import { leaseLetter, letterFailed } from '#domain/case/letters.ts';
import { opened } from '#test/fakes/requests.ts';
import { broker } from '../../broker.config.ts';
import type { Item } from '../../functions/aws/case-item.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoHeadsMark } from '../../functions/aws/desk-items/heads-mark.ts';
import { dynamoBudgets, dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { dynamoTrailStore } from '../../functions/aws/desk-items/trail-store.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { fillWithDemo } from '../../infra/local/demo/fill.ts';

const now = new Date();
const inAnHour = new Date(now.getTime() + 3600_000).toISOString();
const [member] = broker.members;
if (!member) throw new Error('the broker has members');

/** A case of each kind that a table may hold: owing, leased, failed, parked, of odd characters. */
function manyCases(howMany: number): Case[] {
  return Array.from({ length: howMany }, (_, nth) => {
    const submissionId = `00000000-0000-4000-a000-${String(nth).padStart(12, '0')}`;
    const note = `Note ${nth}: “quoted”, línea, 漢字 and a\nbreak`;
    const of = opened(nth % 2 === 0 ? 'name-query' : 'email-update', { submissionId, note });
    const letters = of.letters.map((letter, place) => {
      const leased = leaseLetter(letter, now);
      if ((nth + place) % 5 === 1) return leased;
      if ((nth + place) % 5 === 2) return letterFailed('Throttling', 0.5)(leased, now);
      return (nth + place) % 5 === 3 ? { ...letter, state: 'parked' as const } : letter;
    });
    return { ...of, letters };
  });
}

/** A table as a desk leaves it after some time: cases in every state, traces, members, a trail, and what is over soon. */
export async function fillTable(client: DynamoDBClient, table: string, howMany: number): Promise<void> {
  await fillWithDemo(client, table, now);
  const cases = dynamoCaseStore(client, table);
  for (const one of manyCases(howMany)) await cases.put(one);
  const { sessions, members, signInLinks, trips } = dynamoSignInStores(client, table);
  const ids = { id: newToken(), rev: 1, expiresAt: inAnHour };
  const email = 'ada@harborpine.example';
  await sessions.put({ ...ids, email, stage: 'full', startedAt: inAnHour, seenAt: inAnHour });
  await signInLinks.put({ ...ids, email, madeAt: inAnHour });
  await trips.put(ids);
  await dynamoBudgets(client, table).put({ id: 'b', rev: 1, letters: 3 });
  await members.put({ id: email, rev: 1, passkeys: [], spentCodes: ['a'], wrongCodes: 0 });
  const trail = { audit: dynamoTrailStore(client, table, 400), now: () => new Date() };
  const [first] = manyCases(1);
  for (let nth = 0; nth < 5 && member && first; nth += 1) {
    await record(trail, member, 'signed-in', { with: 'passkey' });
    await recordOfCase(trail, member, first, 'moved', { move: 'take' });
  }
  await dynamoHeadsMark(client, table).save('2026-11-16T15');
  await leaveTraces(client, table);
  await putOdd(client, table);
}

/** Cases whose time is over, and what stays of them. */
async function leaveTraces(client: DynamoDBClient, table: string): Promise<void> {
  const cases = dynamoCaseStore(client, table);
  for (const nth of [1, 2, 3]) {
    const of = opened('name-query', { submissionId: `00000000-0000-4000-b000-00000000000${nth}` });
    await cases.put({ ...of, letters: [], expiresAt: '2026-11-01T00:00:00.000Z' });
  }
  const traces = dynamoTraceStore(client, table);
  await forgetExpired({ cases, traces, keyed: (text) => `hash of ${text}`, now: () => now, log: () => undefined });
}

/** What no code of ours writes: a record that nobody can read, and one that somebody put there by hand. */
async function putOdd(client: DynamoDBClient, TableName: string): Promise<void> {
  const Item: Item = {
    ...{ pk: { S: 'BYHAND#1' }, sk: { S: 'x' }, B: { M: { BS: { S: 'a name' } } } },
    ...{ bytes: { B: Buffer.from([0, 1, 255]) }, many: { BS: [Buffer.from('b'), Buffer.from('a')] } },
    ...{ words: { SS: ['two', 'one'] }, numbers: { NS: ['2', '1'] }, none: { NULL: true } },
  };
  await client.send(new PutItemCommand({ TableName, Item }));
}

export async function allItems(client: DynamoDBClient, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = new ScanCommand({ TableName, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
    const { Items = [], LastEvaluatedKey } = await client.send(page);
    items.push(...Items);
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}
