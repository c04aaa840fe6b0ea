import { expect, it } from 'vitest';
import { sayDebts } from '#casework/say-debts.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { withLetter } from '#domain/case/letters.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

function stage() {
  const store = memoryCaseStore();
  const said: [string, unknown][] = [];
  let clock = aMonday.getTime();
  const ports = {
    cases: store,
    stuck: store.stuck,
    now: () => new Date(clock),
    log: (event: string, details?: unknown) => said.push([event, details]),
  };
  const mark = { at: 0 };
  return { store, said, ports, wait: (ms: number) => (clock += ms), say: () => sayDebts(ports, mark) };
}

it('says that nothing is owed, too: the line is a sign of life', async () => {
  const s = stage();
  await s.say();
  expect(s.said).toEqual([['debts', { owed: 0, oldestSeconds: 0, stuck: 0 }]]);
});

it('says how much is owed and since when, by the oldest letter that has not left', async () => {
  const s = stage();
  const [one, other] = [opened('name-query'), opened('email-update')];
  for (const of of [one, other]) await s.store.put(of);
  const [first] = one.letters;
  if (!first) throw new Error('a new case owes letters');
  await s.store.save(withLetter(one, { ...first, nextAt: '2031-01-01T00:00:00.000Z' }), one.rev);
  s.wait(400_000);
  await s.say();
  expect(s.said).toEqual([['debts', { owed: 2, oldestSeconds: 400, stuck: 0 }]]);
});

it('is as old as what is set aside, however seldom that is tried', async () => {
  const s = stage();
  const [young, old] = [opened('name-query'), opened('email-update')];
  const never = { why: 'ZodError', nextAtOf: () => '9999-12-31T23:59:59.999Z' };
  await s.store.put(old);
  await s.store.stuck.putAside({ case: old }, { ...never, at: aMonday.toISOString() });
  s.wait(4_000_000);
  await s.store.put({
    ...young,
    letters: young.letters.map((one) => ({ ...one, owedSince: s.ports.now().toISOString() })),
  });
  s.wait(10_000);
  await s.say();
  expect(s.said).toEqual([['debts', { owed: 1, oldestSeconds: 4010, stuck: 1 }]]);
});

it('says it once a minute, however often it is asked', async () => {
  const s = stage();
  for (let second = 0; second < 120; second += 1) {
    await s.say();
    s.wait(1000);
  }
  expect(s.said).toHaveLength(3);
});

it('says nothing of debts when they cannot be asked, and asks again', async () => {
  const s = stage();
  const down = { ...s.ports, cases: { ...s.store, owing: () => Promise.reject(new StoreUnavailable('down')) } };
  const mark = { at: 0 };
  await sayDebts(down, mark);
  expect(s.said).toEqual([['debts-unknown', { error: 'StoreUnavailable' }]]);
  await sayDebts(s.ports, mark);
  expect(s.said.at(-1)?.[0]).toBe('debts');
});

it('counts a case that nobody can read, and says nothing of its age', async () => {
  const s = stage();
  await s.store.put(opened('name-query'));
  const broken = { ...s.ports, cases: { ...s.store, read: () => Promise.reject(new TypeError('poison')) } };
  s.wait(90_000);
  await sayDebts(broken, { at: 0 });
  expect(s.said).toEqual([['debts', { owed: 1, oldestSeconds: 0, stuck: 0 }]]);
});
