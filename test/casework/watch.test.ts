import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { keyedHash } from '#casework/forget/keyed-hash.ts';
import { keepWatch } from '#casework/watch/keep-watch.ts';
import type { WatchPorts } from '#casework/watch/keep-watch.ts';
import { sayQuiet } from '#casework/watch/say-quiet.ts';
import type { Case } from '#domain/case/case.ts';
import { canaryName } from '#domain/case/canary.ts';
import { readReference } from '#domain/case/reference.ts';
import type { CanaryState } from '#domain/desk/canary-state.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memoryItems } from '#test/fakes/memory-desk.ts';
import { memoryAcceptedLog, memoryHourStore, memoryStoredCases, toldDoor } from '#test/fakes/memory-watch.ts';
import { opened } from '#test/fakes/requests.ts';

let n = 0;
const made = (openedAt: string, companyName = 'Acme Imports LLC'): Case => ({
  ...opened('name-query', {
    submissionId: `00000000-0000-4000-8500-${String((n += 1)).padStart(12, '0')}`,
    companyName,
  }),
  openedAt,
});

describe('how long nobody asked for anything', () => {
  const quiet = async (now: string, ...all: readonly Case[]) => {
    const cases = memoryCaseStore();
    for (const one of all) await cases.put(one);
    const logged: unknown[] = [];
    const log = (event: string, details = {}) => logged.push({ event, ...details });
    await sayQuiet({ lists: memoryCaseLists(cases), now: () => new Date(now), log }, broker.officeHours);
    return logged;
  };
  const said = (officeHours: number) => [{ event: 'quiet', officeHours }];
  const canaries = Array.from({ length: 96 }, (_, nth) => {
    const at = new Date(Date.parse('2026-11-20T00:00:00.000Z') + nth * 15 * 60_000).toISOString();
    return made(at, canaryName(nth.toString(16).padStart(8, '0')));
  });

  it.each([
    ['nothing, in the middle of a morning', '2026-11-20T15:00:00.000Z', '2026-11-20T15:00:00.000Z', 0],
    ['an hour and a half', '2026-11-20T15:00:00.000Z', '2026-11-20T16:30:00.000Z', 1.5],
    ['six minutes', '2026-11-20T15:00:00.000Z', '2026-11-20T15:06:00.000Z', 0.1],
    ['no time at all over a night', '2026-11-19T23:00:00.000Z', '2026-11-20T13:30:00.000Z', 0],
    ['a weekend, from Friday at four to Monday at nine', '2026-11-20T21:00:00.000Z', '2026-11-23T14:00:00.000Z', 2],
    ['Thanksgiving', '2026-11-25T21:30:00.000Z', '2026-11-27T14:30:00.000Z', 2],
  ])('%s', async (_, last, now, hours) => {
    expect(await quiet(now, made('2026-11-16T15:00:00.000Z'), made(last))).toEqual(said(hours));
  });

  it('counts from the last of a day', async () => {
    const day = ['13:30', '16:00', '14:00'].map((at) => made(`2026-11-20T${at}:00.000Z`));
    expect(await quiet('2026-11-20T17:00:00.000Z', ...day)).toEqual(said(1));
  });

  it('does not hear our canary, not even a day of them that nobody marked', async () => {
    expect(await quiet('2026-11-20T22:30:00.000Z', made('2026-11-20T13:30:00.000Z'), ...canaries)).toEqual(said(9));
    expect(await quiet('2026-11-20T22:30:00.000Z', ...canaries, made('2026-11-19T21:30:00.000Z'))).toEqual(said(10));
  });

  it('looks back two weeks and no further', async () => {
    // Nine working days of nine hours, and four hours of a morning.
    expect(await quiet('2026-11-20T17:30:00.000Z')).toEqual(said(85));
    expect(await quiet('2026-11-20T17:30:00.000Z', made('2026-11-02T15:00:00.000Z'))).toEqual(said(85));
  });
});

describe('keeping watch', () => {
  const reference = readReference('H7K2M-9QXTC');
  const stage = (change: Partial<WatchPorts> = {}) => {
    const cases = memoryCaseStore();
    const logged: Record<string, unknown>[] = [];
    const ports: WatchPorts = {
      door: toldDoor(() => ({ status: 201, ...(reference && { reference }) })),
      canaries: memoryItems<CanaryState>(),
      canaryKeyed: keyedHash('the key of the canary'),
      newId: () => '7f3a91c2-0000-4000-8000-000000000000',
      accepted: memoryAcceptedLog([]),
      stored: memoryStoredCases(cases),
      hours: memoryHourStore(),
      lists: memoryCaseLists(cases),
      now: () => new Date('2026-11-16T16:07:00Z'),
      log: (event, details = {}) => logged.push({ event, ...details }),
      ...change,
    };
    const run = (every: 'quarter' | 'hour') => keepWatch(ports, { broker, mailbox: 'canary@canary.example' }, every);
    return { run, events: () => logged.map(({ event }) => event), logged };
  };
  const down = () => Promise.reject(new Error('down'));

  it('sends the canary every quarter of an hour, and looks at the rest every hour', async () => {
    const { run, events } = stage();
    await run('quarter');
    expect(events()).toEqual(['canary-posted']);
    await run('hour');
    expect(events()).toEqual(['canary-posted', 'reconciled', 'quiet']);
  });

  it('lets nothing that fails keep the rest from its turn, and says what failed', async () => {
    const { run, logged } = stage({ hours: { latest: down, put: down } });
    await run('hour');
    expect(logged).toMatchObject([{ event: 'watch-failed', story: 'reconcile', error: 'Error' }, { event: 'quiet' }]);
    const broken = stage({ canaries: { read: down, put: down, save: down }, lists: { some: down } });
    await broken.run('quarter');
    await broken.run('hour');
    expect(broken.events()).toEqual(['canary-posted', 'watch-failed', 'reconciled', 'watch-failed']);
  });
});
