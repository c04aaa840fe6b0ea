import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { casesAt, lettersOf, paidAt } from './cases.ts';
import { report } from './report.ts';
import { afterwards, newDataDir, startMachine } from './machine.ts';
import { wireTo } from './proxy.ts';
import type { Wire } from './proxy.ts';
import { minutes, sized } from './size.ts';
import { throttleTo } from './throttle.ts';
import type { Refusal } from './throttle.ts';
import {
  accepted,
  arrivedIn,
  countArrived,
  duplicates,
  missing,
  newRequest,
  owedBy,
  owedByAll,
  patiently,
  post,
  postForm,
  shownIn,
} from './traffic.ts';
import type { Accepted, Request } from './traffic.ts';
import { until } from './until.ts';

/** A machine whose DynamoDB is behind a wire that can be spoilt and a throttle, both open at first. */
async function spoilableStore() {
  const dynamodb = await startEmbeddedDynamodb();
  afterwards(() => dynamodb.close());
  const wire = await wireTo(Number(new URL(dynamodb.endpoint).port));
  afterwards(() => wire.close());
  const throttle = await throttleTo(wire.port);
  afterwards(() => throttle.close());
  const dataDir = await newDataDir();
  const elsewhere = { DYNAMODB_ENDPOINT: `http://localhost:${String(throttle.port)}`, RATE_LIMIT: 'off' };
  return { dynamodb, wire, throttle, dataDir, machine: await startMachine(dataDir, elsewhere) };
}

/** What a person reads who sent a form without JavaScript: it was not received, and what was typed is a step back. */
async function expectNotReceived(page: Response): Promise<void> {
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '10']);
  const words = await page.text();
  expect(words).toContain('<h1>Action needed: we cannot say that your request is stored</h1>');
  expect(words).toContain('Nothing you typed is lost. Please press Back and send it again in a minute.');
  expect(words).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/);
}

type Outage = { readonly what: string; readonly wire?: Wire; readonly throttled?: readonly [number, Refusal] };

/** The worst for letters first: one that was mailed and could not be written down waits for the end of its lease (30 s). */
const outages: readonly Outage[] = [
  { what: 'the table refuses all', throttled: [1, 'ProvisionedThroughputExceededException'] },
  { what: 'the account is throttled, nine of ten calls', throttled: [0.9, 'ThrottlingException'] },
  { what: 'the account is at its limit, each second call', throttled: [0.5, 'RequestLimitExceeded'] },
  { what: 'cut off', wire: 'cut' },
  { what: 'stored, but no answer', wire: 'no-answer' },
  { what: 'slow', wire: { slowMs: 250 } },
  { what: 'too slow', wire: { slowMs: 1500 } },
];

const OUTAGE_MS = sized(2000, 30_000);
const PEOPLE = 4;

it(
  'throttled, cut off or slow: the door answers 201 and it is stored, or 503 and when to come back; afterwards all goes on',
  minutes(4, 60),
  async () => {
    const { dynamodb, wire, throttle, dataDir, machine } = await spoilableStore();
    const all: Accepted[] = [];
    const refused: Request[] = [];
    const person = async (nth: number, end: number) => {
      while (performance.now() < end) {
        const request = newRequest(nth % 2 ? 'name-query' : 'email-update');
        const answer = await (nth < PEOPLE / 2 ? post : postForm)(machine.url, request);
        if (answer.status === 503 && nth >= PEOPLE / 2) await expectNotReceived(answer.clone());
        // Whatever is neither an answer nor "come back" fails in here.
        const reference = await shownIn(answer);
        if (reference === undefined) refused.push(request);
        else all.push({ request, reference });
        await pause(300);
      }
    };
    const said: Record<string, readonly [shown: number, refused: number]> = {};
    for (const { what, wire: next = 'whole', throttled } of outages) {
      const before = [all.length, refused.length] as const;
      wire.set(next);
      throttle.set(throttled?.[0] ?? 0, throttled?.[1]);
      const end = performance.now() + OUTAGE_MS;
      await Promise.all(Array.from({ length: PEOPLE }, (_, nth) => person(nth, end)));
      said[what] = [all.length - before[0], refused.length - before[1]];
    }
    wire.set('whole');
    throttle.set(0);
    for (const [what, [shown, not]] of Object.entries(said))
      console.log(`${what}: ${String(shown)} shown, ${String(not)} told to come back`);

    // They come back.
    const shownBefore = all.map(({ reference }) => reference);
    for (const request of refused) all.push({ request, reference: await patiently(() => machine.url, request) });
    const owed = owedByAll(all);
    await paidAt(dynamodb.endpoint, 100_000, () => countArrived(machine));
    expect((await machine.stop('SIGTERM')).code).toBe(0);
    const stored = await casesAt(dynamodb.endpoint);
    const got = arrivedIn(dataDir);
    const kept = stored.map(({ reference }) => String(reference));
    const lost = [...missing(shownBefore, kept), ...missing(owed, got)];
    report({
      what: 'store throttled, cut off, slow',
      ...{ accepted: all.length, stored: kept.length, owed: owed.length },
      ...{ sent: got.length, duplicates: duplicates(got), lost: lost.length },
    });
    expect(lost).toEqual([]);
    expect(kept.sort()).toEqual(all.map(({ reference }) => reference).sort());
    const letters = lettersOf(stored);
    expect(new Set(letters.map(({ state }) => state))).toEqual(new Set(['sent']));
    const mails = Map.groupBy(got, (name) => name);
    expect(letters.filter(({ name, attempts }) => (mails.get(name)?.length ?? 0) > attempts)).toEqual([]);
    // Each trouble was one; a store that is only slow or half throttled still takes requests.
    expect(throttle.refused()).toBeGreaterThan(0);
    for (const what of ['the table refuses all', 'cut off', 'stored, but no answer', 'too slow'])
      expect(said[what], what).toEqual([0, expect.any(Number)]);
    for (const what of ['slow', 'the account is at its limit, each second call'])
      expect(said[what]?.[0], what).toBeGreaterThan(0);
  },
);

it('DynamoDB is gone: 503 and when to come back, never a false 201; back again, all goes on', async () => {
  const { dynamodb, wire, dataDir, machine } = await spoilableStore();
  const before = newRequest('name-query');
  const owed = owedBy(await accepted(machine.url, before), before);

  wire.set('cut');
  const request = newRequest('email-update');
  const refused = await post(machine.url, request);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  await expectNotReceived(await postForm(machine.url, request));
  // What needs no store is there all the same.
  expect((await fetch(`${machine.url}/api/requests/sent/H7K2M-9QXTC`)).status).toBe(200);
  expect((await fetch(`${machine.url}/en/`)).status).toBe(200);

  // Stored, but nobody hears of it: an answer must not be made up, and trying again finds the same case.
  wire.set('no-answer');
  const unheard = newRequest('name-query');
  expect((await post(machine.url, unheard)).status).toBe(503);

  wire.set('whole');
  for (const again of [request, unheard]) owed.push(...owedBy(await accepted(machine.url, again), again));
  await until('the last letter', 45_000, () => missing(owed, arrivedIn(dataDir)).length === 0);
  const stored = await casesAt(dynamodb.endpoint);
  expect(stored.map(({ answers }) => answers['companyName']).sort()).toEqual(
    [before, request, unheard].map(({ answers }) => answers['companyName']).sort(),
  );
  expect((await machine.stop('SIGTERM')).code).toBe(0);
});
