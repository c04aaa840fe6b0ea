import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { newDataDir, startMachine, until } from './machine.ts';
import type { Machine } from './machine.ts';
import { accepted, arrived, casesIn, duplicates, missing, newRequest, owedBy, report, setFaults } from './traffic.ts';

/** Posts while the mail service has its bad day, then lets the day end; gives what was owed and what came. */
async function badDay(machine: Machine, mode: string, ms: number) {
  const owed: string[] = [];
  await setFaults(machine, mode);
  const end = performance.now() + ms;
  let posted = 0;
  while (performance.now() < end) {
    const request = newRequest(posted % 2 ? 'name-query' : 'email-update');
    owed.push(...owedBy(await accepted(machine.url, request), request));
    posted += 1;
    await pause(300);
  }
  const during = await arrived(machine);
  await setFaults(machine, 'none');
  // The pauses of a letter grow: as long again as the bad day lasted, and a little.
  await until('the last letter', 3 * ms + 15_000, async () => missing(owed, await arrived(machine)).length === 0);
  return { owed, posted, during };
}

/** Until nothing is owed any more: the inbox has not grown for longer than the longest pause of this short day. */
async function settled(machine: Machine): Promise<string[]> {
  let before = await arrived(machine);
  let since = performance.now();
  await until('quiet', 60_000, async () => {
    const now = await arrived(machine);
    if (now.length !== before.length) [before, since] = [now, performance.now()];
    return performance.now() - since > 6500;
  });
  return before;
}

it('SES throttles: nothing is lost and nothing comes twice; SES takes mail and says nothing: it comes, some of it again', async () => {
  const dataDir = await newDataDir();
  const machine = await startMachine(dataDir);
  const throttled = await badDay(machine, 'throttle', 4000);
  expect(throttled.during).toEqual([]);
  const afterThrottling = await arrived(machine);
  report('throttled', throttled.owed, afterThrottling, { accepted: throttled.posted, stored: throttled.posted });
  expect(duplicates(afterThrottling)).toBe(0);

  const lost = await badDay(machine, 'lost-answer', 2000);
  const all = await settled(machine);
  const got = all.filter((letter) => lost.owed.includes(letter));
  expect((await machine.stop('SIGTERM')).code).toBe(0);
  const stored = await casesIn(dataDir);
  report('answers lost', lost.owed, got, { accepted: lost.posted, stored: stored.length - throttled.posted });
  expect(stored).toHaveLength(throttled.posted + lost.posted);

  // What was sent while all was well came once; what was taken without an answer came again.
  expect(all.filter((letter) => throttled.owed.includes(letter)).sort()).toEqual([...throttled.owed].sort());
  expect(duplicates(got)).toBeGreaterThan(0);
  const letters = stored.flatMap((one) => one.letters.map((letter) => ({ reference: one.reference, ...letter })));
  expect(letters.map(({ state }) => state)).toEqual(letters.map(() => 'sent'));
  for (const { reference, kind, attempts } of letters) {
    const name = `${reference} ${kind}`;
    // Each try that was taken is one mail, and no mail comes without a try.
    if (lost.owed.includes(name)) expect(got.filter((letter) => letter === name)).toHaveLength(attempts);
  }
});
