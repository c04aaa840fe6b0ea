import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { queuePage } from '#casework/lists/queue.ts';
import { search } from '#casework/lists/search.ts';
import { readInsights } from '#casework/insights/read-insights.ts';
import type { Case } from '#domain/case/case.ts';
import { queueQuerySchema } from '#domain/desk/queue.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoLookedStore } from '../../functions/aws/case-lists-looked.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoDayStore } from '../../functions/aws/day-items.ts';
import { contractTable } from './desk-table.ts';

const ADA = 'ada@harborpine.example';
const FEW = 100;
const MANY = 2500;
const [few, many] = [await contractTable('few'), await contractTable('many')];

/** Every third is Ada's, every fifth waits, every second is confirmed, every fourth is closed; all are of one importer. */
function nth(at: number): Case {
  const one = opened('email-update', { submissionId: `00000000-0000-4000-8300-${String(at).padStart(12, '0')}` });
  const closedAt = new Date(aMonday.getTime() + at * 1000).toISOString();
  return {
    ...one,
    dueAt: new Date(aMonday.getTime() + (at - FEW / 2) * 60_000).toISOString(),
    openedAt: new Date(aMonday.getTime() - at * 1000).toISOString(),
    ...(at % 3 === 0 && { assignee: ADA }),
    ...(at % 2 === 0 && { confirmed: { contact: closedAt } }),
    state: at % 4 === 0 ? 'closed' : at % 5 === 0 ? 'waiting' : 'open',
    ...(at % 4 === 0 && { closedAt }),
  };
}

const billed = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }) });

/** Counts calls and read units of a client. DynamoDB says what each call cost when it is asked. */
function metered(client: DynamoDBClient) {
  const cost = { calls: 0, units: 0 };
  client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const result = await next(args);
      cost.calls += 1;
      cost.units += billed.parse(result.output).ConsumedCapacity.CapacityUnits;
      return result;
    },
    { step: 'initialize' },
  );
  return cost;
}

async function world({ client, name }: typeof few, cases: number) {
  const store = dynamoCaseStore(client, name);
  for (let at = 0; at < cases; at += 50)
    await Promise.all(Array.from({ length: Math.min(50, cases - at) }, (_, more) => store.put(nth(at + more))));
  const cost = metered(client);
  const ports = {
    lists: dynamoCaseLists(client, name),
    looked: dynamoLookedStore(client, name),
    days: dynamoDayStore(client, name),
    now: () => aMonday,
  };
  return {
    ports,
    costOf: async (work: () => Promise<unknown>) => {
      Object.assign(cost, { calls: 0, units: 0 });
      await work();
      return { ...cost };
    },
  };
}

const worlds = [await world(few, FEW), await world(many, MANY)] as const;
type World = (typeof worlds)[number];

const queue = (query: Record<string, string>) => (on: World) => queuePage(on.ports, queueQuerySchema.parse(query), ADA);

describe(`a page costs the same with ${String(FEW)} and with ${String(MANY)} cases`, () => {
  it.each([
    ['open cases', queue({}), 2, 6],
    ['closed cases', queue({ of: 'closed' }), 2, 6],
    ['mine', queue({ who: 'mine' }), 2, 6],
    ['nobody has', queue({ who: 'nobody' }), 2, 6],
    ['a reference', (on: World) => search(on.ports, { q: nth(7).reference }), 1, 2],
    ['an importer', (on: World) => search(on.ports, { q: '252704-12345' }), 1, 6],
    ['a mailbox', (on: World) => search(on.ports, { q: 'priya@bluebird-toys.example' }), 2, 6],
    ['a company', (on: World) => search(on.ports, { q: 'bluebird' }), 1, 6],
  ] as const)('%s', async (_, page, calls, units) => {
    const [small, large] = [
      await worlds[0].costOf(() => page(worlds[0])),
      await worlds[1].costOf(() => page(worlds[1])),
    ];
    expect(large.calls).toBeLessThanOrEqual(calls);
    expect(large.units).toBeGreaterThan(0);
    expect(large.units).toBeLessThanOrEqual(units);
    expect(large.units - small.units).toBeLessThanOrEqual(0.5);
  });

  it.each([
    ['waiting', queue({ state: 'waiting' })],
    ['of another type', queue({ type: 'name-query' })],
    ['flagged', queue({ flagged: 'yes' })],
    ['overdue', queue({ overdue: 'yes' })],
    ['closed and mine', queue({ of: 'closed', who: 'mine' })],
  ] as const)('%s: no more than 200 are looked at, in one query', async (_, page) => {
    const { calls, units } = await worlds[1].costOf(() => page(worlds[1]));
    expect(calls).toBe(2);
    // 200 cards of at most 1 KB and their keys, read at half price.
    expect(units).toBeLessThanOrEqual(30);
  });

  it('insights: one query of days, and two counts of at most 200', async () => {
    const { calls, units } = await worlds[1].costOf(() => readInsights(worlds[1].ports, { days: 30 }));
    expect(calls).toBe(3);
    expect(units).toBeLessThanOrEqual(60);
  });

  it('a page far behind costs what the first one does', async () => {
    const on = worlds[1];
    let cursor: string | undefined;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await queuePage(on.ports, queueQuerySchema.parse({ ...(cursor && { cursor }) }), ADA);
      cursor = page === 'refused' ? undefined : page.cursor;
    }
    expect(cursor).toBeDefined();
    const { calls, units } = await on.costOf(() => queue({ cursor: cursor ?? '' })(on));
    expect({ calls, cheap: units <= 6 }).toEqual({ calls: 2, cheap: true });
  });
});
