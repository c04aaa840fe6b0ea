/** What a case and its letters write to the table's indexes, by DynamoDB's rules: docs/operations.md reckons with it. */
import { readFileSync } from 'node:fs';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import type { CaseStore } from '#casework/ports.ts';
import { itemOf } from '../../functions/aws/case-item.ts';
import { tableShape, type IndexShape } from '../../infra/table-shape.ts';
import { memoryStore, processOn, worldOn } from '../chaos/process.ts';
import { newRequest } from '../chaos/traffic.ts';

type Item = Readonly<Record<string, AttributeValue>>;
const manual = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

const bytes = (text: string): number => new TextEncoder().encode(text).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const named = (item: Item, each = 0): number =>
  sum(Object.entries(item).map(([name, value]) => bytes(name) + sizeOf(value) + each));

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html, as known 2026-11. */
function sizeOf(value: AttributeValue): number {
  if (value.S !== undefined) return bytes(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.L) return 3 + sum(value.L.map((one) => 1 + sizeOf(one)));
  return value.M ? 3 + named(value.M, 1) : 1;
}
const units = (item: Item): number => Math.ceil(named(item) / 1024);

/** What an index holds of an item; nothing where the item lacks one of its keys. */
function entryOf(item: Item, { hash, range, projects }: IndexShape): Item | undefined {
  if (!item[hash] || !item[range]) return undefined;
  const kept = new Set([tableShape.hash, tableShape.range, hash, range, ...projects]);
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.has(name)));
}

/** An entry that stays the same is not written; one whose key changes is deleted and put. */
function written(before: Item, after: Item, index: IndexShape): number {
  const [old, now] = [entryOf(before, index), entryOf(after, index)];
  if (!old || !now) return sum([old, now].map((entry) => (entry ? units(entry) : 0)));
  if (JSON.stringify(old) === JSON.stringify(now)) return 0;
  const keyOf = (entry: Item) => JSON.stringify([entry[index.hash], entry[index.range]]);
  return keyOf(old) === keyOf(now) ? Math.max(units(old), units(now)) : units(old) + units(now);
}

/** Units written to each index since it was last asked. */
function counting(cases: CaseStore) {
  const items = new Map<string, Item>();
  let counted: Record<string, number> = {};
  const note = (of: Case) => {
    const [before, after] = [items.get(of.digest) ?? {}, itemOf(of)];
    items.set(of.digest, after);
    for (const [name, index] of Object.entries(tableShape.indexes)) {
      const more = written(before, after, index);
      if (more > 0) counted[name] = (counted[name] ?? 0) + more;
    }
  };
  const counts: CaseStore = {
    ...cases,
    put: async (opened) => {
      note(opened);
      return cases.put(opened);
    },
    save: async (next, readRev) => {
      const done = await cases.save(next, readRev);
      if (done === 'saved') note(next);
      return done;
    },
  };
  const since = () => {
    const all = counted;
    counted = {};
    return all;
  };
  return { counts, since };
}

const lists = ['queue', 'assignee', 'importer', 'company', 'contact-mailbox', 'day'];

it.each([
  { type: 'name-query', letters: 2, listedIn: lists },
  { type: 'email-update', letters: 3, listedIn: [...lists, 'new-mailbox'] },
] as const)('of a $type: one unit in each list, and two more for each letter', async ({ type, letters, listedIn }) => {
  const store = memoryStore();
  const { counts, since } = counting(store.cases);
  const world = worldOn({ ...store, cases: counts });
  const process = processOn(world, { through: (_, port) => port });
  const inEach = (count: number) => Object.fromEntries(listedIn.map((name) => [name, count]));

  await process.post(newRequest(type));
  expect(since()).toEqual({ ...inEach(1), owed: 1 });
  await process.pay();
  expect(since()).toEqual({ ...inEach(letters), owed: 4 });
  world.wait(2000);
  await process.hear();
  expect(since()).toEqual(inEach(letters));

  const said = [
    `1 in ${listedIn.length} · 1 |`,
    `${letters} in ${listedIn.length} · 4 |`,
    `${letters} in ${listedIn.length} |`,
  ];
  expect(said.filter((words) => !manual.includes(words))).toEqual([]);
});
