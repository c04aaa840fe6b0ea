import { describe, expect, it } from 'vitest';
import { broker } from '../../broker.config.ts';
import { mailboxId } from '#casework/mailboxes/health.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { mailboxWorks } from '#casework/system/mailbox-works.ts';
import { readAlarms } from '#casework/system/read-alarms.ts';
import { readSystem } from '#casework/system/read-system.ts';
import type { Case, Letter } from '#domain/case/case.ts';
import { systemSchema } from '#domain/desk/system.ts';
import type { Hour } from '#domain/desk/system.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { memorySystem } from '#test/fakes/memory-system.ts';
import { memoryTrail } from '#test/fakes/memory-trail.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';
import { ada } from '#test/domain/moves-cases.ts';

const at = (minutes: number): string => new Date(aMonday.getTime() + minutes * 60_000).toISOString();
const [first, second = ''] = broker.teamMailboxes;

let n = 0;
/** A case with one letter. */
const owing = (letter: Partial<Letter>): Case => {
  const one = opened('name-query', { submissionId: `00000000-0000-4000-b000-${String((n += 1)).padStart(12, '0')}` });
  return { ...one, letters: one.letters.slice(0, 1).map((each) => ({ ...each, ...letter })) };
};

async function stage(...cases: readonly Case[]) {
  const store = memoryCaseStore();
  for (const one of cases) await store.put(one);
  const system = memorySystem(store.all);
  const [audit, logged] = [memoryTrail(), new Array<string>()];
  const log = (event: string, about = {}) => void logged.push(`${event} ${JSON.stringify(about)}`);
  const ports = { broker, now: () => new Date(at(100)), cases: store, system, audit, log };
  const bounce = (mailbox: string, bouncedAt: string) =>
    system.mailboxes.put({ id: mailboxId(mailbox), rev: 1, keptUntil: at(9999), bouncedAt });
  return { ports, system, audit, logged, bounce, read: () => readSystem(ports) };
}

const hour = (name: string, change: Partial<Hour> = {}): Hour => ({
  ...{ hour: name, checkedAt: at(60), accepted: 1, stored: 1, missing: [], settled: true },
  letters: { owed: 0, sent: 3, onTime: 3, delivered: 3, soon: 3, lost: 0, held: 0, parked: 0 },
  ...change,
});

describe('how the desk itself is', () => {
  it('when nothing is wrong', async () => {
    const { read } = await stage(owing({ state: 'sent' }));
    const system = await read();
    expect(systemSchema.parse(system)).toEqual(system);
    expect(system).toEqual({
      at: at(100),
      mailboxes: broker.teamMailboxes.map((mailbox) => ({ mailbox, state: 'well' })),
      debts: { cases: 0, more: false },
      parked: { cards: [], more: false },
      held: { cases: 0, more: false },
      stuck: { records: [], more: false },
      hours: [],
      canary: { on: false },
    });
  });

  it('says since when the oldest letter waits, though a younger one is tried sooner', async () => {
    const { read } = await stage(
      owing({ owedSince: at(50), nextAt: at(51) }),
      owing({ owedSince: at(2), nextAt: at(114) }),
      owing({ owedSince: at(60), nextAt: at(61) }),
    );
    expect((await read()).debts).toEqual({ cases: 3, more: false, oldestSince: at(2) });
  });

  it('counts a hundred at most, and says that there are more', async () => {
    const { read } = await stage(...Array.from({ length: 103 }, (_, nth) => owing({ owedSince: at(nth) })));
    expect((await read()).debts).toMatchObject({ cases: 100, more: true, oldestSince: at(0) });
  });

  it('leaves out what was paid since the index was asked, and keeps what nobody can read', async () => {
    const { ports } = await stage(owing({ owedSince: at(1) }), owing({ owedSince: at(2) }), owing({}));
    let nth = 0;
    const read: typeof ports.cases.read = async (key) => {
      const mine = (nth += 1);
      if (mine === 1) throw new TypeError('spoiled');
      const found = await ports.cases.read(key);
      return mine === 2 && found ? { ...found, letters: [] } : found;
    };
    const system = await readSystem({ ...ports, cases: { ...ports.cases, read } });
    expect(system.debts.cases).toBe(2);
  });

  it('does not call a store that is down a desk that is well', async () => {
    const { ports } = await stage(owing({}));
    const read = () => Promise.reject(new StoreUnavailable('down'));
    await expect(readSystem({ ...ports, cases: { ...ports.cases, read } })).rejects.toThrow(StoreUnavailable);
  });

  it('lists what was given up, and what is stuck, twenty at most', async () => {
    const { read, system } = await stage(...Array.from({ length: 21 }, () => owing({ state: 'parked' })));
    const stuck = { since: at(1), nextAt: at(2), tries: 3, why: 'ZodError' };
    for (let nth = 0; nth < 21; nth += 1) system.known.stuck.push(stuck);
    const { parked, stuck: shown } = await read();
    expect(parked.cards).toHaveLength(20);
    expect(parked.cards[0]).toMatchObject({ parked: true, companyName: 'Acme Imports LLC' });
    expect(shown.records).toHaveLength(20);
    expect([parked.more, shown.more]).toEqual([true, true]);
  });

  it('counts what is held back, and neither what is owed beside it nor what is listed', async () => {
    const held = owing({ state: 'held' });
    const [letter] = held.letters;
    if (!letter) throw new Error('it has one letter');
    const beside = (state: Letter['state']) => ({
      ...owing({ state: 'held' }),
      letters: [letter, { ...letter, id: 'b', state }],
    });
    const { read } = await stage(held, beside('sent'), beside('owed'), beside('parked'));
    expect((await read()).held).toEqual({ cases: 2, more: false });
    const { read: many } = await stage(...Array.from({ length: 101 }, () => owing({ state: 'held' })));
    expect((await many()).held).toEqual({ cases: 100, more: true });
  });

  it('shows the last day, and the canary, as they are kept', async () => {
    const { read, system } = await stage();
    system.known.hours = Array.from({ length: 30 }, (_, nth) => hour(String(nth)));
    system.known.canary = { on: true, postedAt: at(90) };
    const { hours, canary } = await read();
    expect(hours.map(({ hour: name }) => name)).toEqual(Array.from({ length: 24 }, (_, nth) => String(nth)));
    expect(canary).toEqual({ on: true, postedAt: at(90) });
  });
});

describe('the team’s mailboxes', () => {
  it('are said to work again by a member, on record and in the log', async () => {
    const { ports, bounce, read, audit, logged } = await stage();
    await bounce(first, at(3));
    expect((await read()).mailboxes[0]).toEqual({ mailbox: first, state: 'bounced', since: at(3) });
    expect(await mailboxWorks(ports, ada, first.toUpperCase())).toEqual({ is: 'works', again: 0 });
    expect((await read()).mailboxes[0]).toEqual({ mailbox: first, state: 'well', since: at(100) });
    expect(audit.all()).toMatchObject([{ what: 'team-mailbox-works', who: ada.email, about: { mailbox: first } }]);
    expect(logged).toEqual(['team-mailbox-works {"which":1}']);
  });

  it('that are well stay so, with nothing on record; others are none of the team’s', async () => {
    const { ports, bounce, audit, logged } = await stage();
    expect(await mailboxWorks(ports, ada, first)).toEqual({ is: 'worked', again: 0 });
    await bounce('rosa@acme.example', at(3));
    expect(await mailboxWorks(ports, ada, 'rosa@acme.example')).toBe('unknown');
    expect([audit.all(), logged]).toEqual([[], []]);
    expect(await ports.system.mailboxes.read(mailboxId('rosa@acme.example'))).not.toHaveProperty('wellAt');
  });

  it('keep a bounce that comes in the same moment', async () => {
    const { ports, system, bounce } = await stage();
    await bounce(first, at(3));
    const { read } = system.mailboxes;
    const later = { id: mailboxId(first), rev: 2, bouncedAt: at(101) };
    let raced = false;
    system.mailboxes.read = async (id) => {
      const found = await read(id);
      if (!raced) await system.mailboxes.save(later, 1);
      raced = true;
      return found;
    };
    const end = await mailboxWorks({ ...ports, system }, ada, first);
    // It did not work for long.
    expect(end).toMatchObject({ is: 'worked' });
    expect(await read(later.id)).toMatchObject({ rev: 3, bouncedAt: at(101), saidWellAt: at(100) });
  });
});

describe('letters that the team never got', () => {
  const lost = (change: Partial<Letter> = {}) =>
    owing({ state: 'sent', sentAt: at(1), nextAt: at(1), attempts: 1, bouncedAt: at(2), ...change });

  it('are listed, and owed anew when a mailbox works again: once, whoever says it twice', async () => {
    const night = Array.from({ length: 20 }, () => lost());
    const { ports, bounce, read, logged } = await stage(
      ...night,
      lost({ bouncedAt: undefined }),
      owing({ state: 'parked' }),
    );
    await bounce(first, at(2));
    await bounce(second, at(2));
    expect((await read()).parked).toMatchObject({ more: true });
    expect(await mailboxWorks(ports, ada, first)).toEqual({ is: 'works', again: 20 });
    expect(logged).toEqual(['team-mailbox-works {"which":1}', 'team-letters-again {"cases":20}']);
    const { parked, debts } = await read();
    expect([parked.cards.length, debts.cases]).toEqual([1, 20]);
    const [one] = night;
    expect(one && (await ports.cases.read(one))?.letters).toMatchObject([
      { id: 'team-request', state: 'sent', bouncedAt: at(2) },
      { id: 'team-request-2', to: 'team', state: 'owed', owedSince: at(100), attempts: 0 },
    ]);
    expect(await mailboxWorks(ports, ada, first)).toEqual({ is: 'worked', again: 0 });
  });

  it('are owed anew by another call when the first broke off, past what nobody can read and what moves', async () => {
    const { ports, bounce } = await stage(lost(), lost(), lost());
    await bounce(first, at(2));
    const { cases } = ports;
    const broken = { ...cases, save: () => Promise.reject(new StoreUnavailable('down')) };
    await expect(mailboxWorks({ ...ports, cases: broken }, ada, first)).rejects.toThrow(StoreUnavailable);
    const [spoiled] = await ports.system.putAside.parked(1);
    let raced = false;
    const busy: typeof cases = {
      ...cases,
      read: (key) => (key.digest === spoiled?.digest ? Promise.reject(new TypeError('spoiled')) : cases.read(key)),
      save: (next, rev) => {
        if (raced) return cases.save(next, rev);
        raced = true;
        return Promise.resolve('moved');
      },
    };
    expect(await mailboxWorks({ ...ports, cases: busy }, ada, first)).toEqual({ is: 'worked', again: 2 });
    expect(await ports.system.putAside.parked(9)).toEqual([spoiled]);
  });
});

describe('alarms', () => {
  const none = { mailboxes: [], noneWell: false, missing: false, parked: false, stuck: false };
  const alarms = ({ ports }: Awaited<ReturnType<typeof stage>>) => readAlarms(broker, ports.system, ports.now);

  it('are silent while letters only wait', async () => {
    expect(await alarms(await stage(owing({}), owing({ state: 'sent' }), owing({ state: 'held' })))).toEqual(none);
  });

  it('tell of a mailbox that fails, and that none is left', async () => {
    const on = await stage();
    await on.bounce(first, at(3));
    const one = { mailbox: first, state: 'bounced', since: at(3) };
    expect(await alarms(on)).toEqual({ ...none, mailboxes: [one] });
    await on.bounce(second, at(4));
    expect(await alarms(on)).toMatchObject({ noneWell: true });
  });

  it('tell of what was given up, of what is stuck, and of what is missing in any hour of the day', async () => {
    expect(await alarms(await stage(owing({ state: 'parked' })))).toEqual({ ...none, parked: true });
    const on = await stage();
    on.system.known.stuck.push({ since: at(1), nextAt: at(2), tries: 1, why: 'ZodError' });
    expect(await alarms(on)).toEqual({ ...none, stuck: true });
    const checked = await stage();
    checked.system.known.hours = [hour('15'), hour('14', { missing: ['H7K2M-9QXTC'], settled: false })];
    expect(await alarms(checked)).toEqual({ ...none, missing: true });
  });
});
