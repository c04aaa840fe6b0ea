import { describe, expect, it } from 'vitest';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoLookedStore } from '../../functions/aws/case-lists-looked.ts';
import { memoryCaseLists, memoryLookedStore } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { caseListsContract } from './case-lists.ts';
import { contractTable } from './desk-table.ts';

const table = await contractTable('lists');

caseListsContract('in memory', () => {
  const cases = memoryCaseStore();
  return Promise.resolve({ cases, lists: memoryCaseLists(cases) });
});

caseListsContract('DynamoDB', () =>
  Promise.resolve({
    cases: dynamoCaseStore(table.client, table.name),
    lists: dynamoCaseLists(table.client, table.name),
  }),
);

describe.each([
  ['in memory', memoryLookedStore()],
  ['DynamoDB', dynamoLookedStore(table.client, table.name)],
])('when a member looked: %s', (_, looked) => {
  it('knows the last word of each member', async () => {
    expect(await looked.read('ada@harborpine.example')).toBeUndefined();
    await looked.save('ada@harborpine.example', '2026-11-16T15:00:00.000Z');
    await looked.save('ada@harborpine.example', '2026-11-16T16:00:00.000Z');
    expect(await looked.read('ada@harborpine.example')).toBe('2026-11-16T16:00:00.000Z');
    expect(await looked.read('luis@harborpine.example')).toBeUndefined();
  });
});
