import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoMailboxes } from '../../functions/aws/desk-items/mailbox-store.ts';
import { dynamoPutAside } from '../../functions/aws/put-aside.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import type { StuckRecord } from '#casework/system/ports.ts';
import type { MailboxItem } from '#domain/desk/kept.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import { memoryPutAside } from '#test/fakes/memory-system.ts';
import { opened } from '#test/fakes/requests.ts';
import { keptItemsContract } from './desk-items.ts';
import { contractTable } from './desk-table.ts';
import { putAsideContract } from './put-aside.ts';

const { client, name } = await contractTable('put-aside-0');

/** A table for each promise: what one put aside must not stand in another's list. */
let tables = 0;
async function dynamo() {
  const table = `put-aside-${String((tables += 1))}`;
  await ensureTable(client, table);
  return { table, cases: dynamoCaseStore(client, table), putAside: dynamoPutAside(client, table) };
}

/** Where they stood in the index before. */
const was = { owed: { S: 'OWED#1' }, owedAt: { S: '2031-01-01T00:00:00.000Z' } };

async function stick(table: string, { reference, digest, nextAt, since, tries, why }: StuckRecord): Promise<void> {
  const isCase = reference !== undefined && digest !== undefined;
  const key = isCase ? { pk: `CASE#${reference}`, sk: digest } : { pk: `ASK#${nextAt}`, sk: 'ask' };
  await client.send(
    new PutItemCommand({
      TableName: table,
      Item: {
        ...{ pk: { S: key.pk }, sk: { S: key.sk }, owed: { S: 'STUCK' }, owedAt: { S: nextAt } },
        // Nothing that anybody could read as a case.
        case: { S: 'spoiled' },
        stuck: { M: { since: { S: since }, tries: { N: String(tries) }, why: { S: why }, ...was } },
      },
    }),
  );
}

describe('put aside, in memory', () => {
  putAsideContract(() => {
    const cases = memoryCaseStore();
    const records: StuckRecord[] = [];
    const add = (record: StuckRecord) => Promise.resolve(void records.push(record));
    return Promise.resolve({ cases, putAside: memoryPutAside(cases.all, records), stick: add });
  });
});

describe('put aside, in DynamoDB', () => {
  putAsideContract(async () => {
    const { table, cases, putAside } = await dynamo();
    return { cases, putAside, stick: (record) => stick(table, record) };
  });

  it('shows a stuck record even when nobody can read why', async () => {
    const { table, putAside } = await dynamo();
    const at = '2031-01-01T00:00:00.000Z';
    const Item = { pk: { S: 'ASK#1' }, sk: { S: 'ask' }, owed: { S: 'STUCK' }, owedAt: { S: at }, stuck: { S: '?' } };
    await client.send(new PutItemCommand({ TableName: table, Item }));
    expect(await putAside.stuck(9)).toEqual([{ since: at, nextAt: at, tries: 0, why: 'unreadable' }]);
  });

  it('lets go of a case at its end, though a letter of it was given up', async () => {
    const { table, cases } = await dynamo();
    const one = opened('name-query');
    const letters = one.letters.map((letter) => ({ ...letter, state: 'parked' as const }));
    await cases.put({ ...one, letters, expiresAt: '2030-01-01T00:00:00.000Z' });
    const { expiresAt: _, ...staying } = opened('email-update');
    await cases.put({ ...staying, letters });
    const ending = await dynamoTraceStore(client, table).ending('2031-01-01T00:00:00.000Z', 9);
    expect(ending.map(({ digest }) => digest)).toEqual([one.digest]);
  });
});

const mailbox = (nth: number): MailboxItem => ({
  ...{ id: String(nth).padStart(64, '0'), rev: 1, keptUntil: '2031-01-01T00:00:00.000Z' },
  bouncedAt: '2030-01-01T00:00:00.000Z',
});

describe.each([
  ['in memory', memoryItems<MailboxItem>()],
  ['in DynamoDB', dynamoMailboxes(client, name)],
] as const)('mailboxes that once failed %s', (_, mailboxes) => {
  keptItemsContract(
    () => Promise.resolve(mailboxes),
    mailbox,
    (one) => ({ ...one, wellAt: '2030-01-02T00:00:00.000Z' }),
  );
});
