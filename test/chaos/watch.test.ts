import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { queuePageSchema } from '#domain/desk/queue.ts';
import { casesIn } from './cases.ts';
import { launch, newDataDir, startMachine } from './machine.ts';
import { firstMember, mailsOn } from './member.ts';
import { accepted, arrived, missing, newRequest, owedBy } from './traffic.ts';
import { until } from './until.ts';

/** The door that watches, on a whole machine: our canary, and a reference that nobody kept. */
const CANARY_MAILBOX = 'success+canary@simulator.amazonses.com';

const said = z.object({ event: z.string(), reference: z.optional(z.string()), missing: z.optional(z.number()) });

/** Lines of the log, among whatever else a machine says. */
const linesIn = (text: string) =>
  text.split('\n').flatMap((line) => (line.startsWith('{') ? [said.parse(JSON.parse(line))] : []));
const referencesOf = (text: string, event: string): string[] =>
  linesIn(text).flatMap((line) => (line.event === event ? (line.reference ?? []) : []));

it('sends a canary again and again, which goes the whole way and stands in nobody’s way', async () => {
  const dataDir = await newDataDir();
  const machine = await startMachine(dataDir, { CANARY_SECONDS: '1', RATE_LIMIT: 'off' });
  const request = newRequest('email-update');
  const reference = await accepted(machine.url, request);
  const posted = () => referencesOf(machine.said(), 'canary-posted');
  const marked = () => referencesOf(machine.said(), 'canary-marked');
  await until(
    'three canaries',
    30_000,
    () => posted().length >= 3 && missing(posted().slice(0, 3), marked()).length === 0,
  );

  const three = posted().slice(0, 3);
  const owed = three.flatMap((canary) => owedBy(canary, { ...request, type: 'name-query' }));
  await until(
    'their deliveries',
    20_000,
    () => missing(three, referencesOf(machine.said(), 'canary-delivered')).length === 0,
  );
  await until('their letters', 20_000, async () => missing(owed, await arrived(machine)).length === 0);
  const theirs = (await mailsOn(machine)).filter(({ headers }) =>
    three.some((canary) => headers['references']?.includes(canary)),
  );
  expect(new Set(theirs.flatMap(({ to }) => to))).toEqual(new Set([CANARY_MAILBOX]));

  const member = await firstMember(machine);
  const { cases } = queuePageSchema.parse(await (await member.get('cases')).json());
  const queued = cases.map((card) => card.reference);
  expect(queued).toContain(reference);
  expect(queued.filter((one) => three.includes(one))).toEqual([]);
  const found = await (await member.get(`search?q=${three[0] ?? ''}`)).text();
  expect(found).toContain('"cases":[]');

  expect((await machine.stop('SIGTERM')).code).toBe(0);
  const stored = await casesIn(dataDir);
  for (const canary of three) expect(stored.find((one) => one.reference === canary)).toMatchObject({ canary: true });
  expect(stored.find((one) => one.reference === reference)).not.toHaveProperty('canary');
});

it('sends none unless it is asked to', async () => {
  const machine = await startMachine(await newDataDir());
  await until('the first look at the hours', 10_000, () => machine.said().includes('"quiet"'));
  expect(machine.said()).not.toMatch(/canary/);
  expect((await machine.stop('SIGTERM')).code).toBe(0);
});

it('says which reference somebody was shown an hour ago and nobody kept, until it is there', async () => {
  const dataDir = await newDataDir();
  // As if the machine had been on for an hour, and had lost a case.
  const lastHour = Math.floor((Date.now() - 5 * 60_000) / 3_600_000) * 3_600_000 - 1;
  const line = JSON.stringify({ level: 'INFO', event: 'case-opened', reference: 'H7K2M-9QXTC', type: 'name-query' });
  mkdirSync(join(dataDir, 'log'));
  const file = `${new Date(lastHour).toISOString().slice(0, 10)}.log`;
  // In the hour after it, too: this one may just be over when the machine starts.
  writeFileSync(join(dataDir, 'log', file), `${String(lastHour)} ${line}\n${String(lastHour + 3_600_000)} ${line}\n`);
  const machine = await startMachine(dataDir, { RECONCILE_SECONDS: '1' });
  const named = () => referencesOf(machine.said(), 'reference-missing');
  await until('the second look', 15_000, () => named().length >= 2);
  expect(new Set(named())).toEqual(new Set(['H7K2M-9QXTC']));
  expect(linesIn(machine.said()).find(({ event }) => event === 'reconciled')).toMatchObject({ missing: 1 });
  expect((await machine.stop('SIGTERM')).code).toBe(0);
});

it('has in its log what somebody was shown a reference for, though it was killed at once', async () => {
  const dataDir = await newDataDir();
  const machine = await startMachine(dataDir);
  const shown = await Promise.all([1, 2].map(() => accepted(machine.url, newRequest('name-query'))));
  await machine.killNow();
  const log = readdirSync(join(dataDir, 'log'))
    .map((name) => readFileSync(join(dataDir, 'log', name), 'utf8'))
    .join('');
  for (const reference of shown) expect(log).toContain(`"event":"case-opened","reference":"${reference}"`);
});

it.each(['soon', '0', '-5'])('says what a number of seconds must be: %s', async (text) => {
  const { ended, said: says } = launch(await newDataDir(), { CANARY_SECONDS: text });
  expect((await ended).code).toBe(1);
  expect(says()).toContain(`CANARY_SECONDS is "${text}". It wants a number of seconds, for example 900.`);
});
