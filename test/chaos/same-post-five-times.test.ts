import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { casesAt, lettersOf, paidAt } from './cases.ts';
import { afterwards, newDataDir, startMachine } from './machine.ts';
import type { Machine } from './machine.ts';
import { report } from './report.ts';
import { minutes, sized } from './size.ts';
import { throttleTo } from './throttle.ts';
import { arrivedIn, duplicates, missing, newRequest, owedByAll, patiently, post, postForm } from './traffic.ts';
import type { Accepted, Request } from './traffic.ts';

const HOUR = 3_600_000;

/** Without JavaScript a form has no id of its own, and the hour stands in for one (casework/open-case.ts). */
function withoutId(request: Request): Request {
  const { submissionId: _, ...answers } = request.answers;
  return { ...request, answers };
}

/** Identical posts are one case within an hour; so not over its end. */
async function wellWithinTheHour(): Promise<void> {
  const left = HOUR - (Date.now() % HOUR);
  if (left < 20_000) await pause(left + 100);
}

const withKey = (url: string, { type, answers }: Request): Promise<Response> => {
  const { submissionId = '', ...rest } = answers;
  return fetch(`${url}/api/requests/${type}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': submissionId },
    body: JSON.stringify(rest),
  });
};

const ways: readonly (readonly [string, typeof post, (request: Request) => Request])[] = [
  ['a program', post, (request) => request],
  ['a program with an Idempotency-Key', withKey, (request) => request],
  ['a form', postForm, (request) => request],
  ['a form without JavaScript', postForm, withoutId],
];

/** Each request five times at the same moment; gives each request with the references that its five senders were shown. */
async function fiveTimes(machine: Machine): Promise<Accepted[]> {
  const all: Accepted[] = [];
  for (let round = 0; round < sized(2, 50); round += 1) {
    for (const [who, send, made] of ways) {
      const request = made(newRequest(round % 2 ? 'name-query' : 'email-update'));
      const five = await Promise.all(Array.from({ length: 5 }, () => patiently(() => machine.url, request, send)));
      expect(new Set(five).size, who).toBe(1);
      all.push({ request, reference: five[0] ?? '?' });
    }
  }
  return all;
}

it.each([
  ['', 0],
  [', at a store that refuses each third call', 1 / 3],
])(
  'five identical posts at once: five times the same reference, one case, one set of letters%s',
  minutes(3, 10),
  async (how, share) => {
    await wellWithinTheHour();
    const dynamodb = await startEmbeddedDynamodb();
    afterwards(() => dynamodb.close());
    const throttle = await throttleTo(Number(new URL(dynamodb.endpoint).port));
    afterwards(() => throttle.close());
    const dataDir = await newDataDir();
    const elsewhere = { DYNAMODB_ENDPOINT: `http://localhost:${String(throttle.port)}`, RATE_LIMIT: 'off' };
    const machine = await startMachine(dataDir, elsewhere);
    throttle.set(share);
    const all = await fiveTimes(machine);
    throttle.set(0);
    await paidAt(dynamodb.endpoint, 90_000);
    expect((await machine.stop('SIGTERM')).code).toBe(0);

    const [stored, got, owed] = [await casesAt(dynamodb.endpoint), arrivedIn(dataDir), owedByAll(all)];
    const kept = stored.map(({ reference }) => String(reference));
    report({
      what: `five identical posts at once${how}`,
      ...{ accepted: all.length, stored: kept.length, owed: owed.length },
      ...{ sent: got.length, duplicates: duplicates(got), lost: missing(owed, got).length },
    });
    expect(missing(owed, got)).toEqual([]);
    expect(kept.sort()).toEqual(all.map(({ reference }) => reference).sort());
    expect(
      lettersOf(stored)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([...owed].sort());
    if (share === 0) expect(duplicates(got)).toBe(0);
    else expect(throttle.refused()).toBeGreaterThan(0);
  },
);
