import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newDataDir, startMachine, until } from './machine.ts';
import { accepted, arrived, casesIn, duplicates, missing, newRequest, owedBy, post, report } from './traffic.ts';
import type { Request } from './traffic.ts';

/** Longer than the lease of a letter (30 s): one that was being sent when the process died is taken up again after it. */
const LEASE_OVER_MS = 45_000;

type Accepted = { readonly request: Request; readonly reference: string };
const owedByAll = (all: readonly Accepted[]) => all.flatMap(({ request, reference }) => owedBy(reference, request));

it('killed between answer and mail: every letter arrives after the next start, and a repeat changes nothing', async () => {
  const dataDir = await newDataDir();
  const first = await startMachine(dataDir);
  const all: Accepted[] = [];
  for (const type of ['name-query', 'email-update'] as const) {
    const request = newRequest(type);
    all.push({ request, reference: await accepted(first.url, request) });
  }
  expect(await first.killNow()).toEqual({ code: null, signal: 'SIGKILL' });
  const killedAt = new Date().toISOString();
  const owed = owedByAll(all);

  const second = await startMachine(dataDir);
  for (const { request, reference } of all) expect(await accepted(second.url, request)).toBe(reference);
  await until('the last letter', LEASE_OVER_MS, async () => missing(owed, await arrived(second)).length === 0);
  // Two rounds of the timer more: nothing comes twice.
  await pause(2500);
  const got = await arrived(second);
  expect([...got].sort()).toEqual([...owed].sort());
  expect((await second.stop('SIGTERM')).code).toBe(0);

  const stored = await casesIn(dataDir);
  report('killed after the answer', owed, got, { accepted: all.length, stored: stored.length });
  expect(stored.map(({ reference }) => reference).sort()).toEqual(all.map(({ reference }) => reference).sort());
  const letters = stored.flatMap((one) => one.letters);
  expect(letters.map(({ state }) => state)).toEqual(owed.map(() => 'sent'));
  // Otherwise there was nothing to prove: all mail had gone out before.
  expect(letters.filter(({ sentAt = '' }) => sentAt > killedAt).length).toBeGreaterThan(0);
});

it('killed again and again while it works: what was accepted is kept and told, a letter at most once more for each kill', async () => {
  const dataDir = await newDataDir();
  const all: Accepted[] = [];
  const kills = [40, 400, 1100];
  for (const ms of kills) {
    const machine = await startMachine(dataDir);
    const requests = [newRequest('email-update'), newRequest('name-query'), newRequest('email-update')];
    const answers = requests.map(async (request) => {
      const response = await post(machine.url, request).catch(() => undefined);
      return response?.status === 201 ? { request, reference: await referenceIn(response) } : undefined;
    });
    await Promise.all([pause(ms).then(() => machine.killNow()), Promise.allSettled(answers)]);
    for (const answer of await Promise.allSettled(answers)) {
      if (answer.status === 'fulfilled' && answer.value) all.push(answer.value);
    }
  }
  expect(all.length).toBeGreaterThan(3);

  const last = await startMachine(dataDir);
  const owed = owedByAll(all);
  await until('the last letter', LEASE_OVER_MS, async () => missing(owed, await arrived(last)).length === 0);
  for (const { request, reference } of all) expect(await accepted(last.url, request)).toBe(reference);
  await pause(2500);
  const got = await arrived(last);
  expect((await last.stop('SIGINT')).code).toBe(0);
  const stored = await casesIn(dataDir);
  report('killed three times at work', owed, got, { accepted: all.length, stored: stored.length });
  const references = stored.map(({ reference }) => String(reference));
  expect(all.filter(({ reference }) => !references.includes(reference))).toEqual([]);
  expect(new Set(references).size).toBe(stored.length);
  expect(duplicates(got)).toBeLessThanOrEqual(kills.length);
});

const referenceIn = async (response: Response): Promise<string> => {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'reference' in body ? String(body.reference) : '';
};
