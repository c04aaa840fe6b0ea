import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, describe, expect, it } from 'vitest';
import type { CaseStore } from '#casework/ports.ts';
import type { TraceStore } from '#casework/forget/ports.ts';
import { hoursToCheck } from '#casework/watch/hours-to-check.ts';
import type { AcceptedLog, HourStore, StoredCases } from '#casework/watch/ports.ts';
import { reconcileHours } from '#casework/watch/reconcile-hours.ts';
import type { ReconcilePorts } from '#casework/watch/reconcile-hours.ts';
import { asCanary } from '#domain/case/canary.ts';
import type { Case } from '#domain/case/case.ts';
import { traceOf } from '#domain/case/trace.ts';
import { noLetters } from '#domain/desk/count-letters.ts';
import { hourSchema } from '#domain/desk/system.ts';
import type { Hour } from '#domain/desk/system.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryAcceptedLog, memoryHourStore, memoryStoredCases } from '#test/fakes/memory-watch.ts';
import type { Line } from '#test/fakes/memory-watch.ts';
import { opened } from '#test/fakes/requests.ts';
import { cloudwatchAcceptedLog } from '../../functions/aws/accepted-log.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoHourStore } from '../../functions/aws/hour-items.ts';
import { dynamoStoredCases } from '../../functions/aws/stored-cases.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { openLogStore } from '../../infra/local/logs/log-store.ts';
import { LOG_GROUP, startLogs } from '../../infra/local/logs/start-logs.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { embeddedTable } from '../http/desk.ts';

/** Was everything kept that somebody was shown a reference for? Told on memory, and on DynamoDB with the log of one machine. */
type World = {
  readonly cases: CaseStore;
  readonly traces: TraceStore;
  readonly stored: StoredCases;
  readonly hours: HourStore;
  readonly accepted: AcceptedLog;
  /** The public door says something. */
  readonly say: (line: Line) => void;
};

function inMemory(): Promise<World> {
  const cases = memoryCaseStore();
  const lines: Line[] = [];
  return Promise.resolve({
    ...{ cases, traces: cases.traces, stored: memoryStoredCases(cases), hours: memoryHourStore() },
    accepted: memoryAcceptedLog(lines),
    say: (line) => void lines.push(line),
  });
}

const embedded = await embeddedTable('reconcile');
const undo: (() => Promise<void>)[] = [embedded.close];
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});
let worlds = 0;

async function onOneMachine(): Promise<World> {
  const name = `reconcile-${String((worlds += 1))}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'importer-desk-reconcile-'));
  await ensureTable(embedded.client, name);
  let clock = 0;
  const store = openLogStore(dataDir, () => clock);
  const logs = await startLogs(dataDir);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CloudWatchLogsClient({ endpoint: logs.endpoint, region: 'us-east-1', credentials });
  undo.push(async () => {
    client.destroy();
    store.close();
    await logs.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    cases: dynamoCaseStore(embedded.client, name),
    traces: dynamoTraceStore(embedded.client, name),
    stored: dynamoStoredCases(embedded.client, name, 2),
    hours: dynamoHourStore(embedded.client, name),
    accepted: cloudwatchAcceptedLog(client, LOG_GROUP),
    say: (line) => {
      clock = Date.parse(line.at);
      store.keep(JSON.stringify(line));
    },
  };
}

let n = 0;
const made = (openedAt: string, sent = true): Case => {
  const of = opened('name-query', { submissionId: `00000000-0000-4000-8300-${String((n += 1)).padStart(12, '0')}` });
  const letters = of.letters.map((letter) => ({
    ...letter,
    owedSince: openedAt,
    ...(sent && { state: 'sent' as const, sentAt: openedAt, told: { deliveredAt: openedAt } }),
  }));
  return { ...of, openedAt, letters };
};

async function stage(make: () => Promise<World>, at: string) {
  const world = await make();
  let clock = Date.parse(at);
  const logged: Record<string, unknown>[] = [];
  const ports: ReconcilePorts = {
    ...world,
    now: () => new Date(clock),
    log: (event, details = {}) => logged.push({ event, ...details }),
  };
  return {
    ...world,
    ports,
    logged,
    /** Somebody was shown a reference. */
    show: (of: Case, when = of.openedAt, event = 'case-opened') =>
      world.say({ at: when, event, reference: of.reference }),
    goTo: (iso: string) => (clock = Date.parse(iso)),
    run: (change: Partial<ReconcilePorts> = {}) => reconcileHours({ ...ports, ...change }),
    latest: async () => (await world.hours.latest(1))[0],
    said: () => logged.splice(0),
  };
}

describe.each<readonly [string, () => Promise<World>]>([
  ['memory', inMemory],
  ['one machine', onOneMachine],
])('reconciling hours on %s', (_, make) => {
  it('finds everything that was accepted, and settles the hour', async () => {
    const { cases, show, run, latest, said } = await stage(make, '2026-11-16T16:07:00Z');
    const all = [made('2026-11-16T15:00:00.000Z'), made('2026-11-16T15:59:59.999Z')];
    for (const of of all) {
      await cases.put(of);
      show(of);
      show(of, '2026-11-16T15:59:59.999Z', 'case-repeated');
    }
    expect(await run()).toBe(1);
    expect(said()).toEqual([
      { event: 'reconciled', hour: '2026-11-16T15', accepted: 2, stored: 2, missing: 0, owed: 0 },
    ]);
    const letters = { ...noLetters, sent: 4, onTime: 4, delivered: 4, soon: 4 };
    const hour = await latest();
    expect(hour).toEqual({
      ...{ hour: '2026-11-16T15', checkedAt: '2026-11-16T16:07:00.000Z', accepted: 2, stored: 2, missing: [] },
      ...{ letters, settled: true },
    });
    expect(hourSchema.parse(hour)).toEqual(hour);
    // It is settled: nobody looks at it again.
    expect(await run()).toBe(0);
    expect(said()).toEqual([]);
  });

  it('says which reference is missing, again and again until it is there', async () => {
    const { cases, show, run, goTo, latest, said } = await stage(make, '2026-11-16T16:07:00Z');
    const [there, lost] = [made('2026-11-16T15:10:00.000Z'), made('2026-11-16T15:20:00.000Z')];
    await cases.put(there);
    for (const of of [there, lost]) show(of);
    const missing = { event: 'reference-missing', hour: '2026-11-16T15', reference: lost.reference };
    const counts = { event: 'reconciled', hour: '2026-11-16T15', accepted: 2, stored: 1, missing: 1, owed: 0 };
    await run();
    expect(said()).toEqual([counts, missing]);
    expect(await latest()).toMatchObject({ missing: [lost.reference], settled: false });
    goTo('2026-11-16T16:20:00Z');
    await run();
    expect(said()).toEqual([counts, missing]);
    await cases.put(lost);
    goTo('2026-11-16T16:30:00Z');
    await run();
    expect(said()).toEqual([{ ...counts, stored: 2, missing: 0 }]);
    expect(await latest()).toMatchObject({ accepted: 2, stored: 2, missing: [], settled: true });
  });

  it('takes for stored what was opened a moment before the hour, our canary, and what left its trace', async () => {
    const { cases, traces, show, run, latest } = await stage(make, '2026-11-16T16:07:00Z');
    const before = made('2026-11-16T14:59:59.999Z');
    const canary = asCanary(made('2026-11-16T15:10:00.000Z'));
    const gone = made('2026-11-16T15:20:00.000Z');
    for (const of of [before, canary, gone]) await cases.put(of);
    await traces.leave(traceOf(gone, { caseHash: 'c', importerHash: 'i' }, new Date('2026-11-16T15:30:00Z')), gone.rev);
    show(before, '2026-11-16T15:00:00.001Z');
    for (const of of [canary, gone]) show(of);
    await run();
    // Letters are those of the hour's own cases: the canary is none of them.
    expect(await latest()).toMatchObject({ accepted: 3, stored: 3, missing: [], letters: noLetters, settled: true });
  });

  it('looks at an hour again while a letter is owed, and needs its canary no more', async () => {
    const { cases, show, run, goTo, latest, said, ports } = await stage(make, '2026-11-16T16:07:00Z');
    const owing = made('2026-11-16T15:10:00.000Z', false);
    const canary = asCanary(made('2026-11-16T15:11:00.000Z'));
    await cases.put(owing);
    for (const of of [owing, canary]) show(of);
    const withCanary: StoredCases = {
      ...ports.stored,
      holds: async (reference) => reference === canary.reference || (await ports.stored.holds(reference)),
    };
    await run({ stored: withCanary });
    expect(said()).toMatchObject([{ accepted: 2, stored: 2, missing: 0, owed: 2 }]);
    expect(await latest()).toMatchObject({ settled: false, letters: { owed: 2, sent: 0 } });
    // By now the store let go of the canary; the letters went out.
    await cases.save({ ...made('2026-11-16T15:10:00.000Z'), ...keyOf(owing), rev: 2 }, 1);
    goTo('2026-11-16T17:07:00Z');
    await run();
    const again = said().find(({ hour }) => hour === '2026-11-16T15');
    expect(again).toMatchObject({ accepted: 2, stored: 2, missing: 0, owed: 0 });
  });

  it('counts letters late, lost and held as what they are, and settles: none is owed', async () => {
    const { cases, run, latest } = await stage(make, '2026-11-16T16:07:00Z');
    const at = '2026-11-16T15:10:00.000Z';
    const of = made(at);
    const [team, contact] = of.letters;
    if (!team || !contact) throw new Error('it owes two letters');
    await cases.put({
      ...of,
      letters: [
        { ...team, sentAt: '2026-11-16T15:12:00.000Z', bouncedAt: '2026-11-16T15:13:00.000Z', told: {} },
        { ...contact, id: 'b', state: 'held' },
        { ...contact, id: 'c', state: 'parked' },
      ],
    });
    await run();
    expect(await latest()).toMatchObject({
      ...{ accepted: 0, stored: 0, settled: true },
      letters: { sent: 1, onTime: 2, delivered: 2, soon: 2, lost: 1, held: 1, parked: 1, owed: 0 },
    });
  });

  it('catches up after a break, six hours a run, the latest first', async () => {
    const { run, goTo, said, hours } = await stage(make, '2026-11-16T08:10:00Z');
    await run();
    goTo('2026-11-16T17:04:59Z');
    said();
    expect(await run()).toBe(6);
    const named = () => said().map(({ hour }) => String(hour).slice(11));
    expect(named()).toEqual(['15', '14', '13', '12', '11', '10']);
    goTo('2026-11-16T17:05:00Z');
    await run();
    expect(named()).toEqual(['16', '09', '08']);
    expect((await hours.latest(50)).map(({ hour }) => hour.slice(11))).toEqual([
      ...['16', '15', '14', '13', '12', '11', '10', '09', '08', '07'],
    ]);
  });

  it('names ten in its record and a hundred in the log, however many are missing, and finds them all', async () => {
    const { cases, show, run, goTo, latest, said } = await stage(make, '2026-11-16T16:07:00Z');
    const lost = Array.from({ length: 105 }, () => made('2026-11-16T15:10:00.000Z'));
    for (const of of lost) show(of);
    await run();
    const [counts, ...names] = said();
    expect(counts).toMatchObject({ accepted: 105, stored: 0, missing: 105 });
    expect(names).toHaveLength(100);
    expect((await latest())?.missing).toHaveLength(10);
    await Promise.all(lost.slice(0, 104).map((of) => cases.put(of)));
    goTo('2026-11-16T16:30:00Z');
    await run();
    expect(said()).toMatchObject([{ accepted: 105, stored: 104, missing: 1 }, { reference: lost[104]?.reference }]);
  });
});

const keyOf = ({ reference, digest }: Case) => ({ reference, digest });

describe('an hour that cannot be checked', () => {
  it('is said, kept as nothing, and keeps no other from it', async () => {
    const { run, goTo, hours, said, ports } = await stage(inMemory, '2026-11-16T15:10:00Z');
    await run();
    said();
    goTo('2026-11-16T17:10:00Z');
    const accepted: AcceptedLog = {
      between: (from, to) => {
        if (from.toISOString().startsWith('2026-11-16T16')) throw new TypeError('the log says something odd');
        return ports.accepted.between(from, to);
      },
    };
    expect(await run({ accepted })).toBe(1);
    expect(said()).toEqual([
      { event: 'reconcile-failed', hour: '2026-11-16T16', error: 'TypeError' },
      expect.objectContaining({ event: 'reconciled', hour: '2026-11-16T15' }),
    ]);
    expect((await hours.latest(5)).map(({ hour }) => hour)).toEqual(['2026-11-16T15', '2026-11-16T14']);
    expect(await run()).toBe(1);
  });

  it.each(['the log', 'the index', 'asking one by one'])(
    'is left to the next run when %s takes too long',
    async (what) => {
      const { cases, show, run, goTo, hours, said, ports } = await stage(inMemory, '2026-11-16T16:07:00Z');
      const [there, lost] = [made('2026-11-16T15:10:00.000Z'), made('2026-11-16T15:20:00.000Z')];
      await cases.put(there);
      for (const of of [there, lost]) show(of);
      const late = () => goTo('2026-11-16T16:11:00Z');
      const accepted: AcceptedLog = {
        between: (from, to) => {
          if (what === 'the log') late();
          return ports.accepted.between(from, to);
        },
      };
      const stored: StoredCases = {
        async *ofHour(hour) {
          if (what === 'the index') late();
          yield* ports.stored.ofHour(hour);
          if (what === 'asking one by one') late();
        },
        holds: (reference) => ports.stored.holds(reference),
      };
      expect(await run({ accepted, stored })).toBe(0);
      expect(said()).toEqual([{ event: 'reconcile-failed', hour: '2026-11-16T15', error: 'Unfinished' }]);
      expect(await hours.latest(5)).toEqual([]);
    },
  );

  it('is said in the log before it is kept: a crash between them says it twice', async () => {
    const { show, run, said } = await stage(inMemory, '2026-11-16T16:07:00Z');
    show(made('2026-11-16T15:10:00.000Z'));
    const hours = { latest: () => Promise.resolve([]), put: () => Promise.reject(new Error('down')) };
    expect(await run({ hours })).toBe(0);
    expect(said().map(({ event }) => event)).toEqual(['reconciled', 'reference-missing', 'reconcile-failed']);
  });
});

describe('which hours are looked at', () => {
  const hour = (of: string, settled: boolean, checkedAt = '2026-11-16T12:00:00.000Z'): Hour => ({
    ...{ hour: of, checkedAt, accepted: 0, stored: 0, missing: [], letters: noLetters, settled },
  });
  const now = new Date('2026-11-16T13:07:00Z');

  it('is the last that is over, at the very first time', () => {
    expect(hoursToCheck([], now)).toEqual(['2026-11-16T12']);
    expect(hoursToCheck([], new Date('2026-11-16T13:04:59Z'))).toEqual(['2026-11-16T11']);
  });

  it('is never one that is settled, nor one that is not over', () => {
    expect(hoursToCheck([hour('2026-11-16T12', true)], now)).toEqual([]);
    expect(hoursToCheck([hour('2026-11-16T13', false)], now)).toEqual([]);
  });

  it('goes in turn among those that are not settled, so that none waits behind others for ever', () => {
    const names = ['12', '11', '10', '09', '08', '07', '06', '05'].map((at) => `2026-11-16T${at}`);
    let known = names.map((name, nth) => hour(name, false, `2026-11-16T12:0${String(nth)}:00.000Z`));
    const seen = new Set<string>();
    for (const minute of [10, 11]) {
      const some = hoursToCheck(known, now);
      for (const one of some) seen.add(one);
      known = known.map((one) =>
        some.includes(one.hour) ? { ...one, checkedAt: `2026-11-16T12:${String(minute)}:00.000Z` } : one,
      );
    }
    expect([...seen].sort()).toEqual(names.sort());
  });

  it('goes back four days, and no further', () => {
    const old = ['2026-11-12T12', '2026-11-12T13'].map((of) => hour(of, false));
    const all = [...old];
    for (let back = 0; back < 95; back += 1) {
      const name = new Date(Date.parse('2026-11-16T12:00:00Z') - back * 3_600_000).toISOString().slice(0, 13);
      if (name !== '2026-11-12T13') all.push(hour(name, true));
    }
    expect(hoursToCheck(all, now)).toEqual(['2026-11-12T13']);
    expect(hoursToCheck([hour('2026-10-01T00', true)], now)).toEqual(
      ['12', '11', '10', '09', '08', '07'].map((at) => `2026-11-16T${at}`),
    );
  });
});
