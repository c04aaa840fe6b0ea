import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { append } from '#casework/audit/append.ts';
import { chainFaults } from '#casework/audit/check-chain.ts';
import { nextEntry } from '#casework/audit/entry.ts';
import type { HeadsMark, TrailStore } from '#casework/audit/ports.ts';
import { caseChain } from '#casework/audit/record.ts';
import type { AuditEvent, CaseChain, DayChain } from '#domain/desk/trail.ts';
import { memoryHeadsMark, memoryTrail } from '#test/fakes/memory-trail.ts';
import { opened } from '#test/fakes/requests.ts';
import { dynamoHeadsMark } from '../../functions/aws/desk-items/heads-mark.ts';
import { dynamoTrailStore } from '../../functions/aws/desk-items/trail-store.ts';
import { contractTable } from './desk-table.ts';

const DAYS = 1827;
const { client, name } = await contractTable('trail');
const stores: readonly [string, TrailStore][] = [
  ['in memory', memoryTrail()],
  ['in DynamoDB', dynamoTrailStore(client, name, DAYS)],
];

const of = opened('name-query');
const event = (at: string, what = 'saw'): AuditEvent => ({
  ...{ at, who: 'ada@harborpine.example', name: 'Ada Osei', what },
  case: { reference: of.reference, digest: of.digest },
  about: { move: 'take', b: '2', a: '1' },
});
const chainOn = (day: string, who = 'ada@harborpine.example'): DayChain => ({ kind: 'day', day, who });
const caseOn = (digest: string): CaseChain => caseChain({ ...of, digest });

async function filled(audit: TrailStore, chain: DayChain | CaseChain, many: number) {
  const entries = [];
  for (let n = 0; n < many; n += 1) {
    const entry = nextEntry(chain, entries.at(-1), event(`2031-01-01T00:00:${String(n).padStart(2, '0')}.000Z`));
    await audit.put(chain, entry);
    entries.push(entry);
  }
  return entries;
}

describe.each(stores)('an audit trail %s', (_, audit) => {
  it.each([
    ['a day', chainOn('2031-01-01')],
    ['a case', caseOn('c'.repeat(64))],
  ])('gives back the entries of %s to the letter, from either end', async (_what, chain) => {
    const entries = await filled(audit, chain, 12);
    expect(await audit.after(chain, 0, 100)).toEqual(entries);
    expect(await audit.after(chain, 9, 2)).toEqual(entries.slice(9, 11));
    expect(await audit.latest(chain, 3)).toEqual(entries.slice(-3).reverse());
    expect(await audit.latest(chain, 2, 11)).toEqual([entries[9], entries[8]]);
    expect(await audit.after(chain, 12, 5)).toEqual([]);
    expect(await audit.latest(chain, 5, 1)).toEqual([]);
    expect(chainFaults(chain, await audit.after(chain, 0, 100), '')).toEqual([]);
  });

  it('knows nothing of another chain', async () => {
    await filled(audit, chainOn('2031-01-02'), 1);
    for (const chain of [
      chainOn('2031-01-03'),
      chainOn('2031-01-02', 'luis@harborpine.example'),
      caseOn('d'.repeat(64)),
    ])
      expect(await audit.latest(chain, 9)).toEqual([]);
  });

  it('gives a number once, to one of many, and never changes what is there', async () => {
    const chain = chainOn('2031-01-04');
    const entries = Array.from({ length: 8 }, (_one, nth) =>
      nextEntry(chain, undefined, event('2031-01-04T00:00:00.000Z', `try-${String(nth)}`)),
    );
    const puts = await Promise.all(entries.map((entry) => audit.put(chain, entry)));
    expect(puts.filter((put) => put === 'stored')).toHaveLength(1);
    const winner = entries[puts.indexOf('stored')];
    expect(await audit.after(chain, 0, 9)).toEqual([winner]);
    for (const entry of entries) expect(await audit.put(chain, entry)).toBe('already-stored');
    expect(await audit.after(chain, 0, 9)).toEqual([winner]);
  });

  it('makes one whole chain of what many do at the same moment', async () => {
    const chain = chainOn('2031-01-05');
    const all = Array.from({ length: 12 }, (_one, nth) => event('2031-01-05T00:00:00.000Z', `did-${String(nth)}`));
    await Promise.all(all.map((one) => append(audit, chain, one)));
    const entries = await audit.after(chain, 0, 100);
    expect(entries.map(({ n }) => n)).toEqual(all.map((_one, nth) => nth + 1));
    expect(new Set(entries.map(({ event: { what } }) => what)).size).toBe(all.length);
    expect(chainFaults(chain, entries, '')).toEqual([]);
  });

  it('finds chains by the day and the hour in which they grew, each once', async () => {
    const [ada, luis] = [chainOn('2031-02-01'), chainOn('2031-02-01', 'luis@harborpine.example')];
    const one = caseOn('e'.repeat(64));
    for (const hour of ['2031-02-01T09', '2031-02-01T10', '2031-02-01T10']) await audit.note(ada, hour);
    await audit.note(luis, '2031-02-01T10');
    for (const hour of ['2031-02-01T10', '2031-02-02T00']) await audit.note(one, hour);
    expect(await audit.days('2031-02-01')).toEqual([ada, luis]);
    expect(await audit.days('2031-02-01T09')).toEqual([ada]);
    expect(await audit.days('2031-02-01T11')).toEqual([]);
    expect(await audit.cases('2031-02-01')).toEqual([one]);
    expect(await audit.cases('2031-02-02T00')).toEqual([one]);
    expect(await audit.days('2031-02-02')).toEqual([]);
  });

  it('finds the chain of every entry that was appended', async () => {
    const chain = chainOn('2031-02-03');
    for (const at of ['08:59:59', '09:00:00', '09:30:00', '11:00:00'])
      await append(audit, chain, event(`2031-02-03T${at}.000Z`));
    for (const hour of ['08', '09', '11']) expect(await audit.days(`2031-02-03T${hour}`)).toEqual([chain]);
    expect(await audit.days('2031-02-03T10')).toEqual([]);
  });
});

const marks: readonly [string, HeadsMark][] = [
  ['in memory', memoryHeadsMark()],
  ['in DynamoDB', dynamoHeadsMark(client, name)],
];

it.each(marks)('the mark of the last hour that was logged %s never goes back', async (_, mark) => {
  expect(await mark.read()).toBeUndefined();
  for (const [hour, kept] of [
    ['2031-01-01T09', '2031-01-01T09'],
    ['2031-01-01T11', '2031-01-01T11'],
    ['2031-01-01T10', '2031-01-01T11'],
  ] as const) {
    await mark.save(hour);
    expect(await mark.read()).toBe(kept);
  }
});

describe('in DynamoDB', () => {
  const store = dynamoTrailStore(client, name, DAYS);
  const chain = chainOn('2031-03-01');
  const Key = { pk: { S: 'TRAIL#2031-03-01#ada@harborpine.example' }, sk: { S: '000000001' } };

  it('an entry is kept as long as a closed case', async () => {
    const at = '2031-03-01T10:00:00.000Z';
    await append(store, chain, event(at));
    const { Item } = await client.send(new GetItemCommand({ TableName: name, Key }));
    expect(Item?.['expiresAt']).toEqual({ N: String(Date.parse(at) / 1000 + DAYS * 86_400) });
  });

  it('an entry that somebody made unreadable is one that was changed', async () => {
    await client.send(new PutItemCommand({ TableName: name, Item: { ...Key, entry: { S: 'gone' } } }));
    const entries = await store.after(chain, 0, 9);
    expect(entries).toMatchObject([{ n: 1, event: { what: 'unreadable' } }]);
    expect(chainFaults(chain, entries, '')).toEqual([{ n: 1, fault: 'changed' }]);
  });
});
