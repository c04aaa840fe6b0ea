import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { CanaryStore } from '#casework/canary/ports.ts';
import { exportCases } from '#casework/exports/export-cases.ts';
import { recomputeDays } from '#casework/insights/recompute-days.ts';
import type { CaseList, CaseLists } from '#casework/lists/ports.ts';
import { search } from '#casework/lists/search.ts';
import type { CaseStore } from '#casework/ports.ts';
import type { TraceStore } from '#casework/forget/ports.ts';
import { asCanary } from '#domain/case/canary.ts';
import type { Case } from '#domain/case/case.ts';
import { withLetter } from '#domain/case/letters.ts';
import { LAST_CANARY } from '#domain/desk/canary-state.ts';
import type { CanaryState } from '#domain/desk/canary-state.ts';
import { NOBODY } from '#domain/desk/card-of.ts';
import { importerKey } from '#domain/importer-number/record.ts';
import { memoryDayStore } from '#test/fakes/memory-case-lists-days.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoCanaryStore } from '../../functions/aws/desk-items/canary-store.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { keptItemsContract } from './desk-items.ts';
import { contractTable } from './desk-table.ts';

/** Our own canary in a store: found by who knows its key and by who pays its letters, and by nobody else. */
const table = await contractTable('canary');
const memory = memoryCaseStore();

type Stores = { readonly cases: CaseStore; readonly lists: CaseLists; readonly traces: TraceStore };
const stores: readonly (readonly [string, Stores])[] = [
  ['in memory', { cases: memory, lists: memoryCaseLists(memory), traces: memory.traces }],
  [
    'DynamoDB',
    {
      cases: dynamoCaseStore(table.client, table.name),
      lists: dynamoCaseLists(table.client, table.name),
      traces: dynamoTraceStore(table.client, table.name),
    },
  ],
];

const asked = { companyName: 'Canary kvgnpdqf', newEmail: 'new@canary.example', contactEmail: 'canary@canary.example' };
const of = opened('email-update', { ...asked, submissionId: '00000000-0000-4000-8000-0000000000ca' });
const canary = asCanary(of);
const paid = canary.letters.reduce((one, letter) => withLetter(one, { ...letter, state: 'sent' }), canary);
const later = '2031-01-01T00:00:00.000Z';

const lists: readonly CaseList[] = [
  { by: 'queue', of: 'open' },
  { by: 'queue', of: 'closed' },
  { by: 'assignee', of: NOBODY },
  { by: 'importer', of: importerKey(of.importerNumber) },
  { by: 'company', of: 'CAN', begins: '' },
  { by: 'contact-mailbox', of: 'canary@canary.example' },
  { by: 'new-mailbox', of: 'new@canary.example' },
  { by: 'day', of: '2026-11-16' },
];

describe.each(stores)('the canary %s', (_, { cases, lists: listed, traces }) => {
  const named = async (): Promise<string[]> => {
    const all = await Promise.all(lists.map((list) => listed.some(list, { most: 50 })));
    return all.flatMap(({ found }, nth) => found.map(() => lists[nth]?.by ?? ''));
  };
  const digests = (all: readonly { readonly digest: string }[]) => all.map(({ digest }) => digest);

  it('is a case like any other until its mark was checked', async () => {
    await cases.put(of);
    // No member has it, and it is not over: these two lists are not its own.
    expect((await named()).sort()).toEqual(
      ['queue', 'assignee', 'importer', 'company', 'contact-mailbox', 'new-mailbox', 'day'].sort(),
    );
    expect(await listed.ofReference(of.reference)).toHaveLength(1);
  });

  it('stands in no list from then on, nor behind its reference', async () => {
    expect(await cases.save(canary, of.rev)).toBe('saved');
    expect(await named()).toEqual([]);
    expect(await listed.ofReference(of.reference)).toEqual([]);
    expect(await listed.countOverdue(later, 50)).toBe(0);
  });

  it.each([of.reference, 'canary kvgnpdqf', 'canary@canary.example', '95-1234567'])(
    'is not found by who looks for %s',
    async (q) => {
      const found = await search({ lists: listed, now: () => aMonday }, { q });
      expect(found).toMatchObject({ cases: [] });
    },
  );

  it('counts in no figure and stands in no export', async () => {
    const days = memoryDayStore();
    await recomputeDays({ lists: listed, days, now: () => aMonday, log: () => undefined });
    expect(await days.between('2026-11-16', '2026-11-16')).toMatchObject([{ requests: {}, outcomes: {} }]);
    const csv = (rows: readonly (readonly string[])[]) => JSON.stringify(rows);
    const page = await exportCases(
      { lists: listed, csv, now: () => aMonday },
      { from: '2026-11-16', to: '2026-11-16' },
    );
    expect(page).toMatchObject({ rows: 0 });
    expect(JSON.stringify(page)).not.toContain('kvgnpdqf');
  });

  it('is found by its key and its reference, and while it owes a letter, by who pays', async () => {
    expect(await cases.read(of)).toEqual(canary);
    expect(await cases.find(of.reference)).toEqual([canary]);
    expect(digests(await cases.owing(later, 50))).toEqual([of.digest]);
    await cases.save(paid, canary.rev);
    expect(await cases.owing(later, 50)).toEqual([]);
    expect(await cases.read(of)).toEqual(paid);
  });

  it('leaves no trace when its time is over', async () => {
    expect(paid.expiresAt).toBe('2026-11-17T15:00:00.000Z');
    expect(await traces.ending(later, 50)).toEqual([]);
  });
});

it('goes from the store when its time is over, where any other case stays a month for its trace', async () => {
  const cases = dynamoCaseStore(table.client, table.name);
  const goesAt = async (one: Case): Promise<string | undefined> => {
    const Key = { pk: { S: `CASE#${one.reference}` }, sk: { S: one.digest } };
    const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key }));
    return Item?.['expiresAt']?.N;
  };
  const other = opened('name-query', { submissionId: '00000000-0000-4000-8000-0000000000cb' });
  await cases.put(other);
  const seconds = (iso = '') => Date.parse(iso) / 1000;
  expect(await goesAt(canary)).toBe(String(seconds(canary.expiresAt)));
  expect(await goesAt(other)).toBe(String(seconds(other.expiresAt) + 30 * 24 * 3600));
});

/** There is one such item in a table: each promise is tried on a table of its own. */
let tables = 0;
async function freshTable() {
  const name = `canary-${String((tables += 1))}`;
  await ensureTable(table.client, name);
  return dynamoCanaryStore(table.client, name);
}

describe.each<readonly [string, () => Promise<CanaryStore>]>([
  ['in memory', () => Promise.resolve(memoryItems<CanaryState>())],
  ['in DynamoDB', freshTable],
])('what became of the last canary %s', (_, make) => {
  keptItemsContract<CanaryState>(
    make,
    () => ({ id: LAST_CANARY, rev: 1, postedAt: '2026-11-16T15:00:00.000Z', reference: 'H7K2M-9QXTC' }),
    (one) => ({ ...one, deliveredAt: '2026-11-16T15:00:04.000Z', seconds: 4, failedAt: 'never', why: '503' }),
  );
});
