import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { queuePageSchema } from '#domain/desk/queue.ts';
import { dynamoLookedStore } from '../../functions/aws/case-lists-looked.ts';
import { itemOf } from '../../functions/aws/case-item.ts';
import { dynamoSignInStores } from '../../functions/aws/desk-items/sign-in-stores.ts';
import { dynamoTrailStore } from '../../functions/aws/desk-items/trail-store.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { deskDoor, luis } from '#test/fakes/desk-door.ts';
import { opened } from '#test/fakes/requests.ts';
import { tableServer } from '../bench/measure.ts';
import { casesAt, clientOf, lettersOf, paidAt } from './cases.ts';
import { afterwards, newDataDir, startMachine } from './machine.ts';
import { fill } from './many-cases.ts';
import { meter } from './meter.ts';
import type { Cost } from './meter.ts';
import { dynamoStore, processOn, worldOn } from './process.ts';
import { report } from './report.ts';
import { atRate, together, within } from './senders.ts';
import type { Flow } from './senders.ts';
import { minutes, sized } from './size.ts';
import {
  accepted,
  arrivedIn,
  countArrived,
  duplicates,
  missing,
  newRequest,
  newRequests,
  owedByAll,
} from './traffic.ts';
import type { Accepted } from './traffic.ts';

/** DynamoDB in a process of its own, its data on disk. */
async function tables() {
  const server = await tableServer(await newDataDir());
  const client = clientOf(server.endpoint);
  afterwards(() => {
    client.destroy();
    server.close();
    return Promise.resolve();
  });
  return { endpoint: server.endpoint, client };
}

const RATE = sized(50, 200);
const SECONDS = sized(3, 60);
/** Requests and bare puts take turns of so many seconds: a machine that is slow for a while is slow for both. */
const TURN = sized(1, 5);

function flowWords(what: string, flow: Flow): string {
  const took = [0.5, 0.95, 0.99].map((share) => `${String(share * 100)} % within ${within(flow, share).toFixed(1)} ms`);
  return `${what}: ${String(flow.done)}, ${(flow.done / flow.seconds).toFixed(1)} a second, ${took.join(', ')}`;
}

it(
  `${String(RATE)} requests a second for ${String(SECONDS)} seconds, beside bare puts: none is refused, nothing is lost`,
  minutes(4, 180),
  async () => {
    const { endpoint, client } = await tables();
    const dataDir = await newDataDir();
    const machine = await startMachine(dataDir, { DYNAMODB_ENDPOINT: endpoint, RATE_LIMIT: 'off' });
    await ensureTable(client, 'bare');
    const waiting = newRequests(RATE * SECONDS);
    const all: Accepted[] = [];
    const send = async () => {
      const request = waiting.pop() ?? newRequest('name-query');
      // All that is no reference throws.
      all.push({ request, reference: await accepted(machine.url, request) });
    };
    const like = [itemOf(opened('email-update')), itemOf(opened('name-query'))];
    let puts = 0;
    const put = async () => {
      puts += 1;
      const Item = { ...like[puts % 2], sk: { S: String(puts) } };
      await client.send(
        new PutItemCommand({ TableName: 'bare', Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
    };
    const flows: { readonly requests: Flow; readonly puts: Flow }[] = [];
    for (let left = SECONDS; left > 0; left -= TURN)
      flows.push({ requests: await atRate(RATE, TURN, send), puts: await atRate(RATE, TURN, put) });
    const [requests, bare] = [together(flows.map((one) => one.requests)), together(flows.map((one) => one.puts))];
    const ratios = [0.5, 0.95, 0.99].map((share) => (within(requests, share) / within(bare, share)).toFixed(2));
    console.log(
      [flowWords('requests', requests), flowWords('bare puts', bare), `ratios: ${ratios.join(', ')}`].join('\n'),
    );

    const began = performance.now();
    await paidAt(endpoint, 2 * 60_000, () => countArrived(machine));
    console.log(
      `the last letter went ${((performance.now() - began) / 1000).toFixed(0)} seconds after the last request`,
    );
    expect((await machine.stop('SIGTERM')).code).toBe(0);
    const [stored, got, owed] = [await casesAt(endpoint), arrivedIn(dataDir), owedByAll(all)];
    const kept = stored.map(({ reference }) => String(reference));
    const references = all.map(({ reference }) => reference);
    const lost = [...missing(references, kept), ...missing(owed, got)];
    report({
      what: `${String(RATE)} a second for ${String(SECONDS)} seconds`,
      ...{ accepted: all.length, stored: kept.length, owed: owed.length },
      ...{ sent: got.length, duplicates: duplicates(got), lost: lost.length },
    });
    expect(lost).toEqual([]);
    expect(kept.sort()).toEqual(references.sort());
    expect(kept).toHaveLength(RATE * SECONDS);
    expect(lettersOf(stored).filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(duplicates(got)).toBe(0);
  },
);

const FEW = 100;
const MANY = sized(2000, 100_000);

/** The doors on one table, and what each thing that people do with them costs there. */
async function costsOn(name: string) {
  const { client } = await tables();
  await ensureTable(client, name);
  const world = worldOn(dynamoStore(client, name));
  const process = processOn(world, { through: (_, port) => port });
  const desk = deskDoor({
    ...world,
    ...dynamoSignInStores(client, name),
    looked: dynamoLookedStore(client, name),
    audit: dynamoTrailStore(client, name, 1),
  });
  const cost = meter(client);
  const costs = async (): Promise<Record<string, Cost>> => {
    const member = await desk.signedIn(luis);
    const get = async (path: string) => {
      const answer = await desk.get(path, member);
      expect(answer.status, path).toBe(200);
      return answer;
    };
    const request = newRequest('email-update');
    let reference = '?';
    const asked = await cost(async () => (reference = (await process.post(request)) ?? '?'));
    const letters = await cost(() => process.pay());
    // A first look is put on record.
    const looked = await cost(() => get(`cases/${reference}`));
    const queue = queuePageSchema.parse(await (await get('cases')).json());
    expect(queue.cases).toHaveLength(25);
    return {
      'a request': asked,
      'its letters': letters,
      'the first look at it': looked,
      'a look at it': await cost(() => get(`cases/${reference}`)),
      'a page of the queue': await cost(() => get('cases')),
      'the next page': await cost(() => get(`cases?cursor=${encodeURIComponent(queue.cursor ?? '')}`)),
      'a search by reference': await cost(() => get(`search?q=${reference}`)),
      'a search by mailbox': await cost(() =>
        get(`search?q=${encodeURIComponent(request.answers['contactEmail'] ?? '')}`),
      ),
    };
  };
  return { costs, fill: (from: number, to: number) => fill(client, name, from, to) };
}

it(
  `among ${String(MANY)} cases a request, its letters, a page of the queue and a case cost what they cost among ${String(FEW)}`,
  minutes(4, 60),
  async () => {
    const table = await costsOn('many-cases');
    await table.fill(0, FEW);
    // Once uncounted: a member's first entry of an hour is put on record with one write more.
    await table.costs();
    const few = await table.costs();
    const began = performance.now();
    await table.fill(FEW, MANY);
    console.log(`filled with ${String(MANY)} cases within ${((performance.now() - began) / 1000).toFixed(0)} seconds`);
    const many = await table.costs();
    for (const [what, { calls, reads, writes }] of Object.entries(many))
      console.log(
        `${what}: ${String(calls)} calls, ${String(reads)} units read, ${String(writes)} written beside the indexes`,
      );
    expect(many).toEqual(few);
    expect(many['a request']).toMatchObject({ calls: 1, reads: 0 });
  },
);
