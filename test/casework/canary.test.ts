import { afterAll, describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { canaryDelivered } from '#casework/canary/canary-delivered.ts';
import { canaryRequest } from '#casework/canary/canary-request.ts';
import { markCanary } from '#casework/canary/mark-canary.ts';
import { postCanary } from '#casework/canary/post-canary.ts';
import type { CanaryStore, Posted } from '#casework/canary/ports.ts';
import { keyedHash } from '#casework/forget/keyed-hash.ts';
import { newCase } from '#casework/open-case.ts';
import { payCase } from '#casework/pay-owed.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import type { CaseStore } from '#casework/ports.ts';
import { proofOf } from '#casework/proof-of-work.ts';
import { weighCase } from '#casework/risk/weigh-case.ts';
import { asCanary, canaryName, markOf } from '#domain/case/canary.ts';
import type { Case, CaseKey, Letter } from '#domain/case/case.ts';
import { readReference } from '#domain/case/reference.ts';
import { LAST_CANARY } from '#domain/desk/canary-state.ts';
import type { CanaryState } from '#domain/desk/canary-state.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import { toldDoor } from '#test/fakes/memory-watch.ts';
import { aMonday, opened, world } from '#test/fakes/requests.ts';
import { dynamoCanaryStore } from '../../functions/aws/desk-items/canary-store.ts';
import { mailDomains } from '../../functions/mail-domains/mail-domains.ts';
import { embeddedTable } from '../http/desk.ts';
import { payStage } from './pay-owed-stage.ts';

const canaryKeyed = keyedHash('the key of the canary');
const mailbox = 'success+canary@simulator.amazonses.com';
const reference = readReference('H7K2M-9QXTC');
let nth = 0;
const newId = () => `${(nth += 1).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
const request = (change: Readonly<Record<string, string>> = {}, desk = broker) => ({
  ...canaryRequest({ broker: desk, mailbox, keyed: canaryKeyed, id: newId(), at: aMonday }),
  ...change,
});

/** A case as the public door makes one of what it was sent. */
function caseOf(given: Readonly<Record<string, string>>): Case {
  const reading = readRequest('name-query', given, world);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return newCase(reading.request, broker, aMonday);
}

const embedded = await embeddedTable('canary');
afterAll(() => embedded.close());
const stores: readonly (readonly [string, CaseStore])[] = [
  ['memory', memoryCaseStore()],
  ['embedded DynamoDB', embedded.cases],
];

describe.each(stores)('marking the canary on %s', (_, cases) => {
  const logged: unknown[] = [];
  const ports = { cases, canaryKeyed, log: (event: string, details = {}) => logged.push({ event, ...details }) };
  const put = async (of: Case): Promise<Case> => {
    await cases.put(of);
    return of;
  };

  it('knows the request that we sent ourselves, once', async () => {
    const of = await put(caseOf(request()));
    await markCanary(ports, of);
    await markCanary(ports, of);
    expect(await cases.read(of)).toEqual({ ...of, rev: 2, canary: true, expiresAt: '2026-11-17T15:00:00.000Z' });
    expect(logged).toEqual([{ event: 'canary-marked', reference: of.reference }]);
  });

  it.each([
    ['another company', () => request({ companyName: 'Acme Imports LLC' })],
    ['a mark of another key', () => request({ mark: markOf(keyedHash('guessed'), canaryName('0'), aMonday) })],
    ['an old mark', () => request({ mark: markOf(canaryKeyed, canaryName('0'), new Date('2026-11-16T13:59:00Z')) })],
  ])('leaves a case as it is that came with %s', async (_, given) => {
    const of = await put(caseOf(given()));
    expect(of.signs?.mark).toBeDefined();
    await markCanary(ports, of);
    expect(await cases.read(of)).toEqual(of);
    expect(logged.at(-1)).toEqual({ event: 'mark-wrong', reference: of.reference });
  });

  it('says nothing of a case that came without a mark, nor of one that was weighed', async () => {
    const before = logged.length;
    const plain = await put(opened('name-query', { submissionId: newId() }));
    const weighed = await put({
      ...caseOf(request({ companyName: 'Acme Imports LLC' })),
      risk: { at: '2026-11-16T15:00:01.000Z', level: 'none', flags: [] },
    });
    for (const of of [plain, weighed]) await markCanary(ports, of);
    await markCanary(ports, { ...plain, digest: 'f'.repeat(64) });
    expect(await cases.read(weighed)).toEqual(weighed);
    expect(logged).toHaveLength(before);
  });

  it('marks it though somebody else writes to it, and says when it cannot', async () => {
    const of = await put(caseOf(request()));
    let writes = 0;
    const busy: typeof ports.cases = {
      ...cases,
      save: (next, readRev) => {
        writes += 1;
        return writes < 3 ? Promise.resolve('moved') : cases.save(next, readRev);
      },
    };
    await markCanary({ ...ports, cases: busy }, of);
    expect(await cases.read(of)).toMatchObject({ canary: true });
    const other = await put(caseOf(request()));
    const never = { ...cases, save: () => Promise.resolve('moved' as const) };
    await expect(markCanary({ ...ports, cases: never }, other)).rejects.toThrow(StoreUnavailable);
  });
});

describe('the letters of a canary', () => {
  it('go to its own mailbox alone, and nobody weighs it; those of a wrong mark go to whom they are for', async () => {
    const store = memoryCaseStore();
    const { ports, post } = payStage(store);
    const weighing = { cases: store, lists: memoryCaseLists(store), mailDomains, now: ports.now, log: ports.log };
    const weigh = async (key: CaseKey) => {
      await markCanary({ cases: store, canaryKeyed, log: ports.log }, key);
      await weighCase(weighing, broker, key);
    };
    const [ours, wrong] = [caseOf(request()), caseOf(request({ companyName: 'Acme Imports LLC' }))];
    for (const of of [ours, wrong]) {
      await store.put(of);
      await payCase({ ...ports, weigh }, { broker, siteUrl: 'https://desk.example' }, of);
    }
    const sentFor = (of: Case) =>
      post.sent.filter(({ conversation }) => conversation === of.reference).map(({ to, kind }) => `${kind} ${to}`);
    expect(sentFor(ours)).toEqual([`team-request ${mailbox}`, `contact-received ${mailbox}`]);
    expect(sentFor(wrong)).toEqual([`team-request ${broker.teamMailboxes[0]}`, `contact-received ${mailbox}`]);
    expect(await store.read(ours)).not.toHaveProperty('risk');
    expect(await store.read(wrong)).toHaveProperty('risk');
  });
});

const canaryStores: readonly (readonly [string, CanaryStore])[] = [
  ['memory', memoryItems<CanaryState>()],
  ['embedded DynamoDB', dynamoCanaryStore(embedded.client, embedded.name)],
];

describe.each(canaryStores)('the canary, with its state in %s', (_, canaries) => {
  const at = (seconds: number) => new Date(aMonday.getTime() + seconds * 1000);
  const stage = (answer: Posted, seconds = 0) => {
    const door = toldDoor(() => answer);
    const logged: unknown[] = [];
    const log = (event: string, details = {}) => logged.push({ event, ...details });
    const post = (desk: Pick<typeof broker, 'proofOfWork'> = broker) =>
      postCanary({ door, canaries, canaryKeyed, newId, now: () => at(seconds), log }, { broker: desk, mailbox });
    return { door, logged, log, post };
  };
  const state = () => canaries.read(LAST_CANARY);
  const told = (of: Case, ...deliveredAt: readonly (number | undefined)[]): Case => ({
    ...of,
    letters: of.letters.map((letter, n): Letter => {
      const seconds = deliveredAt[n];
      return {
        ...letter,
        state: 'sent',
        ...(seconds !== undefined && { told: { deliveredAt: at(seconds).toISOString() } }),
      };
    }),
  });

  it('knows nothing before the first one was sent', async () => {
    expect(await state()).toBeUndefined();
  });

  it('is told to have failed when nobody answers, before one ever came through', async () => {
    const { logged, post } = stage({ status: 0, why: 'ECONNREFUSED' }, 1);
    await post();
    expect(logged).toEqual([{ event: 'canary-refused', status: 0 }]);
    expect(await state()).toEqual({ id: 'last', rev: 1, failedAt: at(1).toISOString(), why: 'ECONNREFUSED' });
  });

  it('is a request that the public door takes, and that our key knows', async () => {
    const { door, logged, post } = stage({ status: 201, ...(reference && { reference }) }, 60);
    await post();
    await post();
    expect(logged).toEqual(Array(2).fill({ event: 'canary-posted', status: 201, reference }));
    const [first, second] = door.sent.map(({ request: sent }) => caseOf(sent));
    expect(door.sent.map(({ type }) => type)).toEqual(['name-query', 'name-query']);
    expect(first?.digest).not.toBe(second?.digest);
    expect(first?.answers['companyName']).not.toBe(second?.answers['companyName']);
    const store = memoryCaseStore();
    for (const one of [first, second]) {
      if (!one) throw new Error('two were sent');
      await store.put(one);
      await markCanary({ cases: store, canaryKeyed, log: () => undefined }, one);
      expect(await store.read(one)).toMatchObject({ canary: true });
    }
    expect(await state()).toMatchObject({ postedAt: at(60).toISOString(), reference, failedAt: at(1).toISOString() });
  });

  it.each([
    ['the door refuses it', { status: 503 }, '503'],
    ['the firewall does', { status: 429, why: '429' }, '429'],
    ['it is sent elsewhere', { status: 301 }, '301'],
    ['it is taken without a reference', { status: 201 }, '201'],
  ])('failed when %s', async (_, answer, why) => {
    const { logged, post } = stage(answer, 120);
    await post();
    expect(logged).toEqual([{ event: 'canary-refused', status: answer.status }]);
    expect(await state()).toMatchObject({ failedAt: at(120).toISOString(), why, postedAt: at(60).toISOString() });
  });

  it('works out the proof that a broker under attack asks for', async () => {
    const { door, post } = stage({ status: 503 });
    await post({ proofOfWork: true });
    expect(door.sent[0]?.request).toHaveProperty('proof');
    expect(proofOf(door.sent[0]?.request ?? {}, aMonday)).toBe('right');
  });

  it('arrived when its last letter was delivered, and not before; said once', async () => {
    const { logged, log } = stage({ status: 201 });
    const of = asCanary(caseOf(request()));
    const deliver = (one: Case) => canaryDelivered({ canaries, log }, one);
    await deliver(told(of, 4, undefined));
    const { canary: _, ...like } = told(of, 4, 7);
    await deliver(like);
    expect(logged).toEqual([]);
    await Promise.all([deliver(told(of, 4, 7)), deliver(told(of, 4, 7)), deliver(told(of, 4, 7))]);
    expect(logged).toEqual([{ event: 'canary-delivered', reference: of.reference, seconds: 7 }]);
    expect(await state()).toMatchObject({
      deliveredAt: at(7).toISOString(),
      seconds: 7,
      postedAt: at(60).toISOString(),
    });
  });

  it('is told late, and out of order: the one that arrived last counts', async () => {
    const { logged, log } = stage({ status: 201 });
    const deliver = (...times: readonly number[]) =>
      canaryDelivered({ canaries, log }, told(asCanary(caseOf(request())), ...times));
    await deliver(3, 905);
    await deliver(2, 300);
    expect(logged).toEqual([expect.objectContaining({ event: 'canary-delivered', seconds: 905 })]);
    expect(await state()).toMatchObject({ deliveredAt: at(905).toISOString(), seconds: 905 });
  });
});

it('is told to have arrived even where nobody knows yet that it was sent', async () => {
  const canaries = memoryItems<CanaryState>();
  const of = asCanary(caseOf(request()));
  const letters = of.letters.map((letter) => ({ ...letter, told: { deliveredAt: '2026-11-16T15:00:05.000Z' } }));
  await canaryDelivered({ canaries, log: () => undefined }, { ...of, letters });
  expect(await canaries.read(LAST_CANARY)).toMatchObject({ rev: 1, seconds: 5 });
});
