import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { LEASE_MS } from '#domain/case/letters.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { casesAt, lettersOf, paidAt } from './cases.ts';
import { report } from './report.ts';
import { afterwards, newDataDir, startMachine } from './machine.ts';
import { minutes, sized } from './size.ts';
import { accepted, arrivedIn, countArrived, duplicates, missing, newRequest, owedByAll, setFaults } from './traffic.ts';
import type { Accepted, Faults } from './traffic.ts';
import { until } from './until.ts';

/** Some at once: each mostly waits. */
const AT_ONCE = sized(6, 9);
const OUTAGE_MS = sized(4000, 120_000);
const FEWEST = 6;
/** The pauses of a letter grow while it lasts: as long again, and a call that hangs, and a little. */
const PATIENCE_MS = 2 * OUTAGE_MS + 60_000;

const rates = [0.1, 0.4, 0.7, 1];
const ways = ['throttle', 'error', 'timeout', 'lost-answer'];
const outages: readonly Faults[] = sized<readonly Faults[]>(
  [
    { mode: 'throttle', rate: 1 },
    { mode: 'error', rate: 0.4 },
    { mode: 'timeout', rate: 1 },
    { mode: 'lost-answer', rate: 0.1 },
    { mode: 'lost-answer', rate: 1, events: 'none' },
  ],
  [
    ...rates.flatMap((rate) => ways.map((mode) => ({ mode, rate }))),
    ...rates.map((rate) => ({ mode: 'lost-answer', rate, events: 'none' }) as const),
  ],
);

const nameOf = ({ mode, rate = 1, events }: Faults): string =>
  `mail: ${mode}, ${String(rate * 100)} %${events ? ', nothing told of it' : ''}`;

/** What is stored shows that the mail service failed somebody: a letter was tried again, or its call has hung for seconds. */
const isStruck = (stored: readonly Case[]): boolean =>
  lettersOf(stored).some(
    ({ attempts, leasedUntil = '9999' }) =>
      attempts > 1 || Date.parse(leasedUntil) - Date.now() < LEASE_MS - HANGS_FOR_MS,
  );
const HANGS_FOR_MS = 3000;

/** Whether it fails so many that one must see it within seconds. */
const isHeavy = ({ mode, rate = 1, events }: Faults): boolean => rate > 0.5 && (mode !== 'lost-answer' || !!events);

/** Posts while the mail service is as it should not be, ends that, and waits until nothing is owed. */
async function badDay(faults: Faults) {
  const dynamodb = await startEmbeddedDynamodb();
  afterwards(() => dynamodb.close());
  const dataDir = await newDataDir();
  const machine = await startMachine(dataDir, { DYNAMODB_ENDPOINT: dynamodb.endpoint, RATE_LIMIT: 'off' });
  await setFaults(machine, faults);
  const all: Accepted[] = [];
  const end = performance.now() + OUTAGE_MS;
  for (let nth = 0; nth < FEWEST || performance.now() < end; nth += 1) {
    const request = newRequest(nth % 2 ? 'name-query' : 'email-update');
    all.push({ request, reference: await accepted(machine.url, request) });
    await pause(sized(300, 1000));
  }
  // A machine that is busy elsewhere takes longer to meet the trouble.
  if (isHeavy(faults)) await until('a failure', 60_000, async () => isStruck(await casesAt(dynamodb.endpoint)));
  const during = await countArrived(machine);
  await setFaults(machine, { ...faults, mode: 'none' });
  await paidAt(dynamodb.endpoint, PATIENCE_MS);
  expect((await machine.stop('SIGTERM')).code).toBe(0);
  return { faults, all, during, got: arrivedIn(dataDir), stored: await casesAt(dynamodb.endpoint) };
}

function expectNothingLost({ faults, all, during, got, stored }: Awaited<ReturnType<typeof badDay>>): void {
  const what = nameOf(faults);
  const owed = owedByAll(all);
  const lost = [
    ...missing(
      all.map(({ reference }) => reference),
      stored.map(({ reference }) => reference),
    ),
    ...missing(owed, got),
  ];
  report({
    what,
    ...{ accepted: all.length, stored: stored.length, owed: owed.length },
    ...{ sent: got.length, duplicates: duplicates(got), lost: lost.length },
  });
  expect(lost, what).toEqual([]);
  const letters = lettersOf(stored);
  expect(new Set(letters.map(({ state }) => state)), what).toEqual(new Set(['sent']));
  expect(letters, what).toHaveLength(owed.length);
  if (faults.rate === 1 && faults.mode !== 'lost-answer') expect(during, what).toBe(0);
  expectOnlyLostAnswersTwice(what, faults, got, letters);
}

/** A letter is mailed again only when the answer to its mail was lost; nothing told of that, each lost answer is one more mail. */
function expectOnlyLostAnswersTwice(
  what: string,
  faults: Faults,
  got: readonly string[],
  letters: ReturnType<typeof lettersOf>,
) {
  const mails = Map.groupBy(got, (name) => name);
  const counts = letters.map(({ name, attempts }) => ({ name, mails: mails.get(name)?.length ?? 0, attempts }));
  if (faults.mode !== 'lost-answer')
    expect(
      counts.filter((one) => one.mails !== 1),
      what,
    ).toEqual([]);
  else
    expect(
      counts.filter((one) => one.mails > one.attempts),
      what,
    ).toEqual([]);
  if (faults.events)
    expect(
      counts.filter((one) => one.mails !== one.attempts),
      what,
    ).toEqual([]);
  // Otherwise there was nothing to prove.
  if (isHeavy(faults)) expect(counts.filter(({ attempts }) => attempts > 1)).not.toEqual([]);
}

it(
  'the mail service throttles, fails, hangs, or takes mail without a word: all of it comes in the end, and twice only what it took without a word',
  minutes(4, 25),
  async () => {
    const waiting = [...outages];
    while (waiting.length > 0) (await Promise.all(waiting.splice(0, AT_ONCE).map(badDay))).forEach(expectNothingLost);
  },
);
