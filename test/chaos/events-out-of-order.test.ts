import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from '#casework/forget/forget-expired.ts';
import { keyedHash } from '#casework/forget/keyed-hash.ts';
import { payDue } from '#casework/pay-owed.ts';
import type { Mail, Mailer } from '#casework/ports.ts';
import type { Case } from '#domain/case/case.ts';
import { LEASE_MS } from '#domain/case/letters.ts';
import { readReference } from '#domain/case/reference.ts';
import { payFromStream } from '../../functions/aws/stream.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { clientOf } from './cases.ts';
import { dice, shuffled } from './dice.ts';
import type { Dice } from './dice.ts';
import { desk, dynamoStore, memoryStore, payPortsOf, processOn, worldOn } from './process.ts';
import type { World } from './process.ts';
import { report } from './report.ts';
import { minutes, sized } from './size.ts';
import { streamOf } from './stream.ts';
import { duplicates, missing, newRequest, newRequests, owedByAll } from './traffic.ts';
import type { Accepted, Request } from './traffic.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A port as it is. */
const open = { through: <P extends object>(_: string, port: P): P => port };

async function accept(world: World, requests: readonly Request[]): Promise<Accepted[]> {
  const process = processOn(world, open);
  return Promise.all(requests.map(async (request) => ({ request, reference: (await process.post(request)) ?? '?' })));
}

const named = ({ conversation, kind }: Mail): string => `${conversation} ${kind}`;

async function stored(world: World, all: readonly Accepted[]): Promise<Case[]> {
  const references = all.flatMap(({ reference }) => readReference(reference) ?? []);
  return (await Promise.all(references.map((reference) => world.cases.find(reference)))).flat();
}

const inTens = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / 10) }, (_, nth) => all.slice(nth * 10, nth * 10 + 10));

describe('the stream of the table', () => {
  let embedded: Awaited<ReturnType<typeof startEmbeddedDynamodb>>;
  beforeAll(async () => {
    embedded = await startEmbeddedDynamodb();
  });
  afterAll(() => embedded.close());

  async function table(name: string) {
    const client = clientOf(embedded.endpoint);
    await ensureTable(client, name);
    return { client, world: worldOn(dynamoStore(client, name)), stream: streamOf(client) };
  }

  /** As Lambda may call: in any order, each batch twice, four at the same time. */
  async function deliver(world: World, records: readonly DynamoDBRecord[], chance: Dice): Promise<void> {
    const batches = shuffled([...inTens(shuffled(records, chance)), ...inTens(records)], chance);
    const shard = async () => {
      for (let Records = batches.pop(); Records; Records = batches.pop())
        expect(await payFromStream(payPortsOf(world, open), desk, { Records })).toEqual({ batchItemFailures: [] });
    };
    await Promise.all([shard(), shard(), shard(), shard()]);
  }

  it(
    'in any order, each batch twice, and all of it again hours and days later: every letter once',
    minutes(2, 10),
    async () => {
      const chance = dice();
      const { client, world, stream } = await table('replayed');
      const all = await accept(world, newRequests(sized(8, 200)));
      for (const mailbox of ['ada', 'luis', 'mei'].map((name) => `${name}@harborpine.example`))
        await processOn(world, open).askFor({ purpose: 'sign-in', mailbox });
      // What is written while paying is a record itself.
      for (let from = 0; from < stream.records.length;) {
        const fresh = stream.records.slice(from);
        from += fresh.length;
        await deliver(world, fresh, chance);
      }
      const owed = [...owedByAll(all)];
      const isOfCase = ({ kind }: Mail) => kind !== 'sign-in-link';
      const first = world.post.sent.filter(isOfCase).map(named);
      expect(world.post.sent.length - first.length).toBe(3);
      for (const later of [3 * HOUR, 6 * 24 * HOUR]) {
        world.wait(later);
        await deliver(world, stream.records, chance);
      }
      const sent = world.post.sent.filter(isOfCase).map(named);
      const kept = await stored(world, all);
      report({
        what: `stream replayed, seed ${String(chance.seed)}`,
        ...{ accepted: all.length, stored: kept.length, owed: owed.length },
        ...{ sent: sent.length, duplicates: duplicates(sent), lost: missing(owed, sent).length },
      });
      expect(sent.sort()).toEqual(owed.sort());
      expect(world.post.sent.length).toBe(owed.length + 3);
      client.destroy();
    },
  );

  it('days late, when nothing was paid meanwhile: every letter once', async () => {
    const { client, world, stream } = await table('late');
    const all = await accept(world, newRequests(4));
    world.wait(4 * 24 * HOUR);
    await deliver(world, stream.records, dice());
    expect(world.post.sent.map(named).sort()).toEqual(owedByAll(all).sort());
    client.destroy();
  });

  it('after a case went for good: nothing is sent, and nothing comes back', async () => {
    const { client, world, stream } = await table('gone');
    const all = await accept(world, newRequests(2));
    await deliver(world, stream.records, dice());
    const sent = world.post.sent.length;
    const [{ expiresAt = '' } = {}] = await stored(world, all);
    world.wait(Date.parse(expiresAt) - world.now().getTime() + HOUR);
    const traces = dynamoTraceStore(client, 'gone');
    const keyed = keyedHash('a key of this test');
    expect(await forgetExpired({ ...world, traces, keyed, log: () => undefined })).toBe(2);
    await deliver(world, stream.records, dice());
    expect(world.post.sent).toHaveLength(sent);
    expect(await stored(world, all)).toEqual([]);
    client.destroy();
  });
});

describe('clocks that are minutes apart', () => {
  /** A run of pay-owed whose clock is so many milliseconds ahead, and mails through its own wire. */
  const payer = (world: World, ahead: number, mailer: Mailer = world.post.mailer) => {
    const now = () => new Date(world.now().getTime() + ahead);
    const ports = { ...payPortsOf({ ...world, now }, open), mailer };
    return () => payDue(ports, desk);
  };

  it('one that is ahead takes what another is sending for left behind: it goes twice, and is marked', async () => {
    const world = worldOn(memoryStore());
    const all = await accept(world, [newRequest('name-query')]);
    const { promise: answer, resolve } = Promise.withResolvers<undefined>();
    const { promise: underWay, resolve: began } = Promise.withResolvers<undefined>();
    const slow: Mailer = {
      async send(mail) {
        began(undefined);
        const sending = await world.post.mailer.send(mail);
        await answer;
        return sending;
      },
    };
    const first = payer(world, 0, slow)();
    await underWay;
    await payer(world, 5 * MINUTE)();
    resolve(undefined);
    await first;
    const sent = world.post.sent.map(named);
    expect(missing(owedByAll(all), sent)).toEqual([]);
    // The one letter that was under way.
    expect(duplicates(sent)).toBe(1);
    expect((await stored(world, all)).flatMap(({ letters }) => letters.map(({ state }) => state))).toEqual([
      'sent',
      'sent',
    ]);
    world.wait(HOUR);
    await Promise.all([payer(world, 0)(), payer(world, 5 * MINUTE)()]);
    expect(world.post.sent).toHaveLength(sent.length);
  });

  it('one that is behind finds nothing due, and pays when its clock says so: later, once', async () => {
    const world = worldOn(memoryStore());
    const all = await accept(world, [newRequest('name-query')]);
    const behind = payer(world, -5 * MINUTE);
    await behind();
    expect(world.post.sent).toEqual([]);
    world.wait(5 * MINUTE);
    await behind();
    expect(world.post.sent.map(named).sort()).toEqual(owedByAll(all).sort());
  });

  it('a try that fails by one clock does not undo what went by another', async () => {
    const world = worldOn(memoryStore());
    const all = await accept(world, [newRequest('name-query')]);
    const { promise: over, resolve } = Promise.withResolvers<undefined>();
    const failing: Mailer = { send: () => over.then(() => ({ failed: 'Throttling' })) };
    const first = payer(world, 0, failing)();
    await payer(world, 5 * MINUTE)();
    resolve(undefined);
    await first;
    world.wait(HOUR);
    await payer(world, 0)();
    const sent = world.post.sent.map(named);
    expect(missing(owedByAll(all), sent)).toEqual([]);
    expect(duplicates(sent)).toBeLessThanOrEqual(1);
    expect((await stored(world, all)).flatMap(({ letters }) => letters.map(({ state }) => state))).toEqual([
      'sent',
      'sent',
    ]);
  });

  it(
    'any clocks, mail that takes its time: a letter goes at most once by each of them, and never not at all',
    minutes(1, 5),
    async () => {
      const chance = dice();
      const count = { accepted: 0, stored: 0, owed: 0, sent: 0, duplicates: 0, lost: 0 };
      for (let round = 0; round < sized(20, 400); round += 1) {
        const world = worldOn(memoryStore());
        const all = await accept(world, newRequests(3));
        const slow: Mailer = {
          async send(mail) {
            await pause(chance.below(4));
            // A moment of the mail service is a moment for everybody.
            world.wait(chance.below(LEASE_MS / 3));
            return world.post.mailer.send(mail);
          },
        };
        const clocks = Array.from({ length: 2 + chance.below(3) }, () => chance.below(10 * MINUTE) - 5 * MINUTE);
        await Promise.all(
          clocks.map(async (ahead) => {
            // Those that begin in the very same moment all read before one writes: only the first then has anything to send.
            await pause(chance.below(10));
            await payer(world, ahead, slow)();
          }),
        );
        world.wait(10 * MINUTE);
        await payer(world, 0)();
        const [sent, owed, kept] = [world.post.sent.map(named), owedByAll(all), await stored(world, all)];
        const mails = Map.groupBy(sent, (name) => name);
        const seed = `seed ${String(chance.seed)}, round ${String(round)}`;
        expect(missing(owed, sent), seed).toEqual([]);
        expect(
          [...mails.values()].filter((letter) => letter.length > clocks.length),
          seed,
        ).toEqual([]);
        expect(new Set(kept.flatMap(({ letters }) => letters.map(({ state }) => state))), seed).toEqual(
          new Set(['sent']),
        );
        count.accepted += all.length;
        count.stored += kept.length;
        count.owed += owed.length;
        count.sent += sent.length;
        count.duplicates += duplicates(sent);
      }
      report({ what: `clocks apart by minutes, seed ${String(chance.seed)}`, ...count });
      expect(count.duplicates).toBeGreaterThan(0);
    },
  );
});
