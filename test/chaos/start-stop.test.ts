import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { afterwards, launch, newDataDir, startMachine } from './machine.ts';
import { casesIn } from './cases.ts';
import { accepted, arrived, missing, newRequest, owedBy, post, postForm, setFaults } from './traffic.ts';
import { until } from './until.ts';

const SOON_MS = 5000;

async function somebodyElse(): Promise<number> {
  const server = createServer();
  afterwards(() => new Promise((resolve) => server.close(resolve)));
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

it('keeps data and mail over a clean stop and a start, and sends nothing again', async () => {
  const dataDir = await newDataDir();
  const first = await startMachine(dataDir);
  const request = newRequest('email-update');
  const reference = await accepted(first.url, request);
  const owed = owedBy(reference, request);
  await until('the letters', 10_000, async () => missing(owed, await arrived(first)).length === 0);
  const stopped = await first.stop('SIGINT');
  expect(stopped).toMatchObject({ code: 0, signal: null });
  expect(stopped.ms).toBeLessThan(SOON_MS);
  expect(first.said()).toContain('Stopping');

  const second = await startMachine(dataDir);
  expect(await accepted(second.url, request)).toBe(reference);
  expect((await arrived(second)).sort()).toEqual([...owed].sort());
  expect((await second.stop('SIGTERM')).code).toBe(0);
  expect(await casesIn(dataDir)).toHaveLength(1);
});

it('stops within five seconds even while SES does not answer, and owes the letters on', async () => {
  const dataDir = await newDataDir();
  const machine = await startMachine(dataDir);
  await setFaults(machine, { mode: 'timeout' });
  const request = newRequest('name-query');
  await accepted(machine.url, request);
  // A second for the timer to begin, so that a mail is under way.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const stopped = await machine.stop('SIGTERM');
  expect(stopped).toMatchObject({ code: 0, signal: null });
  expect(stopped.ms).toBeLessThan(SOON_MS);
  const [one] = await casesIn(dataDir);
  expect(one?.letters.map(({ state }) => state)).toEqual(['owed', 'owed']);
});

it.each(['PORT', 'INBOX_PORT'])('says which port is taken, and how to choose another: %s', async (name) => {
  const taken = await somebodyElse();
  const { ended, said } = launch(await newDataDir(), { [name]: String(taken) });
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(said()).toContain(`Port ${String(taken)} is in use.`);
  expect(said()).toContain(`${name}=${String(taken + 1)} npm start`);
  expect(said()).not.toMatch(/\n\s+at /);
});

it('says that another one has the data folder, and leaves that one in peace', async () => {
  const dataDir = await newDataDir();
  const first = await startMachine(dataDir);
  const { ended, said } = launch(dataDir);
  expect(await ended).toEqual({ code: 1, signal: null });
  expect(said()).toContain('is in use by another npm start');
  expect(said()).not.toMatch(/\n\s+at /);
  await accepted(first.url, newRequest('name-query'));
  expect(await first.stop('SIGTERM')).toMatchObject({ code: 0 });
  expect(await casesIn(dataDir)).toHaveLength(1);
});

it.each(['many', '65536'])('says what a port must be: %s', async (port) => {
  const { ended, said } = launch(await newDataDir(), { PORT: port });
  expect((await ended).code).toBe(1);
  expect(said()).toContain(`PORT is "${port}". It wants a port number from 0 to 65535`);
});

it('refuses the 101st post of five minutes, in words for a person and for a program; RATE_LIMIT=off lifts it', async () => {
  const limited = await startMachine(await newDataDir());
  const nothing = { type: 'name-query', answers: {} } as const;
  const inBudget = await Promise.all(Array.from({ length: 100 }, () => post(limited.url, nothing)));
  expect(new Set(inBudget.map(({ status }) => status))).toEqual(new Set([422]));
  const program = await post(limited.url, newRequest('name-query'));
  expect([program.status, program.headers.get('retry-after'), program.headers.get('cache-control')]).toEqual([
    429,
    '300',
    'no-store',
  ]);
  expect(await program.json()).toMatchObject({ status: 429, title: 'Please wait a few minutes' });
  const person = await postForm(limited.url, newRequest('name-query'));
  expect([person.status, person.headers.get('retry-after')]).toEqual([429, '300']);
  expect(await person.text()).toMatch(/<h1>Please wait a few minutes<\/h1>[^]*Press Back/);
  // Reading is not limited.
  expect((await fetch(`${limited.url}/api/requests/sent/H7K2M-9QXTC`)).status).toBe(200);
  expect((await limited.stop('SIGTERM')).code).toBe(0);

  const free = await startMachine(await newDataDir(), { RATE_LIMIT: 'off' });
  const many = await Promise.all(Array.from({ length: 120 }, () => post(free.url, nothing)));
  expect(new Set(many.map(({ status }) => status))).toEqual(new Set([422]));
});
