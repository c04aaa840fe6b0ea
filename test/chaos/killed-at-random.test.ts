import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { casesIn, lettersOf } from './cases.ts';
import { report } from './report.ts';
import { dice } from './dice.ts';
import type { Dice } from './dice.ts';
import { launch, newDataDir, startMachine } from './machine.ts';
import type { Machine } from './machine.ts';
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
  patiently,
  post,
  postForm,
} from './traffic.ts';
import type { Accepted, Request } from './traffic.ts';
import { until } from './until.ts';

/** Longer than the lease of a letter (30 s): one that was being sent when the process died is taken up again after it. */
const LEASE_OVER_MS = 45_000;

const SUBMISSIONS = sized(60, 1000);
const KILLS = sized(6, 40);
/** People who send at the same time, each the next request when the last one was accepted. */
const PEOPLE = 6;
/** So many letters may be under way at once (`SIDE_BY_SIDE` of casework/pay-owed.ts): each of them may go again after a kill. */
const UNDER_WAY = 5;

/** The machine that runs now; another one after each kill, on the same data. */
type Now = { machine: Machine };

/** Sends what waits, now and then twice, and writes down each reference that was shown. */
async function person(now: Now, chance: Dice, waiting: Request[], shown: Accepted[]): Promise<void> {
  for (let request = waiting.pop(); request; request = waiting.pop()) {
    const send = chance.below(2) ? post : postForm;
    for (let times = 1 + chance.below(2); times > 0; times -= 1)
      shown.push({ request, reference: await patiently(() => now.machine.url, request, send) });
    await pause(chance.below(60));
  }
}

type Killing = {
  readonly dataDir: string;
  readonly waiting: readonly Request[];
  readonly shown: readonly Accepted[];
  /** Letters that had not gone when the process died, at one kill after the other. */
  readonly cutOff: number[];
};

/** Kills at moments spread over the work, now and then while the process starts, too; gives how often. */
async function killer(now: Now, chance: Dice, { dataDir, waiting, shown, cutOff }: Killing): Promise<number> {
  const moments = Array.from({ length: KILLS }, () => chance.below(SUBMISSIONS)).sort((a, b) => b - a);
  let kills = 0;
  for (const left of moments) {
    if (kills >= KILLS) break;
    await until('the next moment', 120_000, () => waiting.length <= left);
    // Every second time while letters go, the others at any moment.
    if (kills % 2 === 0) await lettersGo(now.machine);
    await pause(chance.below(600));
    expect(await now.machine.killNow()).toEqual({ code: null, signal: 'SIGKILL' });
    cutOff.push(missing(owedByAll(shown), arrivedIn(dataDir)).length);
    kills += 1;
    if (kills < KILLS && chance.below(4) === 0) {
      const starting = launch(dataDir, noLimit);
      await pause(chance.below(1500));
      await starting.send('SIGKILL');
      kills += 1;
    }
    now.machine = await startMachine(dataDir, noLimit);
  }
  return kills;
}

async function lettersGo(machine: Machine): Promise<void> {
  const before = await countArrived(machine);
  await until('a letter', 10_000, async () => (await countArrived(machine)) > before).catch(() => undefined);
}

const noLimit = { RATE_LIMIT: 'off' };

/** Until all has come and no more comes: two rounds of the timer and a little. */
async function quiet(machine: Machine, owed: number, patience: number): Promise<void> {
  let before = -1;
  let since = performance.now();
  await until('quiet', patience, async () => {
    const count = await countArrived(machine);
    if (count !== before) [before, since] = [count, performance.now()];
    return before >= owed && performance.now() - since > 2500;
  });
}

/**
 * Runs on until nothing is owed, then stops; gives what is stored. A letter whose process died between sending and writing
 * it down has arrived and is owed all the same: it goes again when its lease is over.
 */
async function paidUp(now: Now, dataDir: string, owed: number, patience: number): Promise<Case[]> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    await quiet(now.machine, owed, patience);
    expect((await now.machine.stop('SIGTERM')).code).toBe(0);
    const stored = await casesIn(dataDir);
    const leases = lettersOf(stored).flatMap(({ state, leasedUntil = '' }) => (state === 'owed' ? [leasedUntil] : []));
    if (leases.length === 0) return stored;
    now.machine = await startMachine(dataDir, noLimit);
    await until('the last lease', LEASE_OVER_MS, () => leases.every((lease) => lease < new Date().toISOString()));
  }
  throw new Error('letters are still owed');
}

it(
  `killed ${String(KILLS)} times at random: every reference that was shown is stored, every letter arrives, each request is one case`,
  minutes(4, 30),
  async () => {
    const chance = dice();
    console.log(`killed at random: CHAOS_SEED=${String(chance.seed)} plays it again`);
    const dataDir = await newDataDir();
    const now: Now = { machine: await startMachine(dataDir, noLimit) };
    const waiting = newRequests(SUBMISSIONS);
    const shown: Accepted[] = [];
    const cutOff: number[] = [];
    const people = Array.from({ length: PEOPLE }, () => person(now, chance, waiting, shown));
    const [kills] = await Promise.all([killer(now, chance, { dataDir, waiting, shown, cutOff }), ...people]);
    expect(kills).toBe(KILLS);

    const all = [...new Map(shown.map((one) => [one.request, one])).values()];
    for (const { request, reference } of all) expect(await accepted(now.machine.url, request)).toBe(reference);
    const owed = owedByAll(all);
    const stored = await paidUp(now, dataDir, owed.length, sized(2, 20) * LEASE_OVER_MS);

    const got = arrivedIn(dataDir);
    const references = [...new Set(shown.map(({ reference }) => reference))].sort();
    const kept = stored.map(({ reference }) => String(reference)).sort();
    const lost = [...missing(references, kept), ...missing(owed, got)];
    report({
      what: `killed at random, ${String(KILLS)} times`,
      ...{ accepted: references.length, stored: kept.length, owed: owed.length },
      ...{ sent: got.length, duplicates: duplicates(got), lost: lost.length },
    });
    expect(lost).toEqual([]);
    // One reference for each request, however often it was sent; one case for each reference.
    expect(references).toHaveLength(SUBMISSIONS);
    expect(kept).toEqual(references);
    const letters = lettersOf(stored);
    expect(letters.filter(({ state }) => state !== 'sent')).toEqual([]);
    expect(duplicates(got)).toBeLessThanOrEqual(KILLS * UNDER_WAY);
    // No mail comes without a try.
    const mails = Map.groupBy(got, (name) => name);
    expect(letters.filter(({ name, attempts }) => (mails.get(name)?.length ?? 0) > attempts)).toEqual([]);
    // Otherwise there was nothing to prove: all mail had gone out before.
    expect(Math.max(...cutOff)).toBeGreaterThan(0);
  },
);

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

  const second: Now = { machine: await startMachine(dataDir) };
  for (const { request, reference } of all) expect(await accepted(second.machine.url, request)).toBe(reference);
  const stored = await paidUp(second, dataDir, owed.length, LEASE_OVER_MS);
  const got = arrivedIn(dataDir);
  report({
    what: 'killed at once after the answer',
    ...{ accepted: all.length, stored: stored.length, owed: owed.length },
    ...{ sent: got.length, duplicates: duplicates(got), lost: missing(owed, got).length },
  });
  expect([...got].sort()).toEqual([...owed].sort());
  expect(stored.map(({ reference }) => reference).sort()).toEqual(all.map(({ reference }) => reference).sort());
  const letters = lettersOf(stored);
  expect(letters.map(({ state }) => state)).toEqual(owed.map(() => 'sent'));
  // Otherwise there was nothing to prove: all mail had gone out before.
  expect(letters.filter(({ sentAt = '' }) => sentAt > killedAt).length).toBeGreaterThan(0);
});
