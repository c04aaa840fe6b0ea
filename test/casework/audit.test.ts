import { beforeEach, describe, expect, it } from 'vitest';
import { checkCase, checkDay } from '#casework/audit/check.ts';
import { dayPage } from '#casework/audit/day-page.ts';
import { caseTrailForFile, caseTrailPage } from '#casework/audit/case-page.ts';
import { hashOfEntry, nextEntry } from '#casework/audit/entry.ts';
import { HEAD, logHeads } from '#casework/audit/heads.ts';
import { headsIn } from '#casework/audit/read-heads.ts';
import {
  SEEN_MS,
  caseChain,
  record,
  recordByLink,
  recordOfCase,
  recordRefused,
  recordSeen,
} from '#casework/audit/record.ts';
import { StoreUnavailable } from '#casework/ports.ts';
import { chainName } from '#domain/desk/trail.ts';
import type { Chain, TrailEntry } from '#domain/desk/trail.ts';
import { memoryHeadsMark, memoryTrail } from '#test/fakes/memory-trail.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const day = '2026-11-16';
const ada = { name: 'Ada Osei', email: 'Ada@harborpine.example', role: 'licensed' } as const;
const luis = { name: 'Luis Marin', email: 'luis@harborpine.example', role: 'member' } as const;
const [one, two] = [opened('name-query'), opened('email-update')];

let clock: number;
let audit: ReturnType<typeof memoryTrail>;
let headsMark: ReturnType<typeof memoryHeadsMark>;
let lines: string[];
beforeEach(() => {
  clock = aMonday.getTime();
  audit = memoryTrail();
  headsMark = memoryHeadsMark();
  lines = [];
});
const now = () => new Date(clock);
const log = (event: string, details = {}) => lines.push(JSON.stringify({ level: 'INFO', event, ...details }));
const ports = () => ({ audit, now, log, headsMark, keptDays: 1827 });
const adas: Chain = { kind: 'day', day, who: 'ada@harborpine.example' };
const entriesOf = (chain: Chain): TrailEntry[] => audit.chains.get(chainName(chain)) ?? [];
const whats = (chain: Chain) => entriesOf(chain).map(({ event }) => event.what);

/** A morning at the desk, and the hour after it in the log. */
async function morning() {
  await record(ports(), ada, 'signed-in', { with: 'passkey' });
  await recordSeen(ports(), ada, one);
  await recordOfCase(ports(), ada, one, 'moved', { move: 'take' });
  await recordByLink(ports(), one, 'saw', { mailbox: 'contact' });
  await recordSeen(ports(), luis, one);
  await recordOfCase(ports(), ada, one, 'moved', { move: 'note' });
  await recordSeen(ports(), ada, two);
  await recordRefused(ports(), undefined, { step: 'link', reason: 'link-unknown' });
  clock += HOUR + 3 * MINUTE;
  await logHeads(ports());
}

describe('what is put on record', () => {
  it('of a case stands with the member and with the case, which names the place in the other', async () => {
    await recordOfCase(ports(), ada, one, 'moved', { move: 'take' });
    const [mine] = entriesOf(adas);
    const [its] = entriesOf(caseChain(one));
    expect(mine).toMatchObject({
      n: 1,
      prev: '',
      event: { at: aMonday.toISOString(), who: ada.email, what: 'moved', about: { move: 'take' } },
    });
    expect(its?.event).toEqual(mine?.event);
    expect(its?.twin).toEqual({ day, who: 'ada@harborpine.example', n: 1, hash: mine?.hash });
  });

  it('begins a new chain at midnight in UTC', async () => {
    clock = Date.parse(`${day}T23:59:59.999Z`);
    await record(ports(), ada, 'late');
    clock += 1;
    await record(ports(), ada, 'early');
    expect(whats(adas)).toEqual(['late']);
    expect(whats({ ...adas, day: '2026-11-17' })).toEqual(['early']);
  });

  it.each([
    [0, 1],
    [SEEN_MS - 1, 1],
    [SEEN_MS, 2],
  ])('says once that a member saw a case: again %i ms later, %i entries', async (ms, entries) => {
    await recordSeen(ports(), ada, one);
    clock += ms;
    await recordSeen(ports(), ada, one);
    expect(whats(adas)).toHaveLength(entries);
    expect(whats(caseChain(one))).toHaveLength(entries);
  });

  it('takes no other for the one who saw it, and no other case', async () => {
    for (const [who, of] of [
      [ada, one],
      [luis, one],
      [ada, two],
    ] as const)
      await recordSeen(ports(), who, of);
    await recordByLink(ports(), one, 'saw', { mailbox: 'contact' });
    await recordByLink(ports(), one, 'saw', { mailbox: 'other-mailbox' });
    expect([whats(caseChain(one)), whats(caseChain(two))]).toEqual([['saw', 'saw', 'saw', 'saw'], ['saw']]);
  });

  it('holds a flood of one refusal to one entry a minute', async () => {
    const flood = () =>
      Promise.all(
        Array.from({ length: 40 }, () => recordRefused(ports(), undefined, { step: 'link', reason: 'link-unknown' })),
      );
    await flood();
    await recordRefused(ports(), undefined, { step: 'link', reason: 'link-altered' });
    clock += MINUTE;
    await flood();
    expect(whats({ kind: 'day', day, who: 'nobody' })).toHaveLength(3);
  });

  it('is refused, and not lost, when the chain never stands still', async () => {
    const never = { ...audit, put: () => Promise.resolve('already-stored' as const) };
    await expect(record({ audit: never, now }, ada, 'signed-in')).rejects.toThrow(StoreUnavailable);
  });
});

describe('what is read', () => {
  it('is a day, all members merged, the latest first, in parts without a gap or a repeat', async () => {
    for (let nth = 0; nth < 23; nth += 1) {
      await record(ports(), nth % 3 === 0 ? luis : ada, `did-${String(nth)}`);
      clock += 1000;
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await dayPage({ audit }, { day, most: 5, cursor });
      seen.push(...page.events.map(({ what }) => what));
      cursor = page.cursor;
      pages += 1;
      // What comes meanwhile is newer than what was shown, and shifts nothing.
      await record(ports(), ada, 'meanwhile');
    } while (cursor !== undefined && pages < 20);
    expect(seen).toEqual(Array.from({ length: 23 }, (_, nth) => `did-${String(22 - nth)}`));
    expect(pages).toBe(5);
  });

  it('is one member, or strangers, when asked so; and nothing of a made-up place', async () => {
    await morning();
    const of = async (who: string) => (await dayPage({ audit }, { day, who, most: 50 })).events.map(({ what }) => what);
    expect(await of('luis@harborpine.example')).toEqual(['saw']);
    expect(await of('nobody')).toEqual(['refused']);
    for (const cursor of ['x', '0', 'a-b.c-d', `${'0'.repeat(16)}-4`, '-'])
      expect(await dayPage({ audit }, { day, cursor, most: 50 })).toEqual({ events: [] });
  });

  it('is a case, the latest first; in the file the oldest first', async () => {
    await morning();
    const first = await caseTrailPage({ audit }, caseChain(one), { most: 3 });
    expect(first.events.map(({ who, what }) => [who, what])).toEqual([
      [ada.email, 'moved'],
      [luis.email, 'saw'],
      ['importer', 'saw'],
    ]);
    const rest = await caseTrailPage({ audit }, caseChain(one), { most: 3, cursor: first.cursor });
    expect([rest.events.map(({ what }) => what), rest.cursor]).toEqual([['moved', 'saw'], undefined]);
    const file = await caseTrailForFile({ audit }, caseChain(one));
    expect([file.events.map(({ what }) => what), file.whole]).toEqual([['saw', 'moved', 'saw', 'saw', 'moved'], true]);
  });
});

describe('the heads in the log', () => {
  it('name each chain that grew in the hour, and nobody', async () => {
    await morning();
    const heads = headsIn(lines.join('\n'));
    expect(heads).toHaveLength(5);
    expect(heads.every(({ hour }) => hour === `${day}T15`)).toBe(true);
    expect(
      heads
        .map(({ reference }) => reference)
        .filter(Boolean)
        .sort(),
    ).toEqual([one.reference, two.reference].sort());
    expect(lines.join('\n')).not.toMatch(/@|ada|luis/i);
  });

  it('come once an hour, a while after it ended, and for hours that were missed', async () => {
    await record(ports(), ada, 'signed-in');
    expect(await logHeads(ports())).toBe(`${day}T13`);
    expect(await logHeads(ports())).toBeUndefined();
    clock = Date.parse(`${day}T15:01:59Z`);
    expect(await logHeads(ports())).toBeUndefined();
    clock = Date.parse(`${day}T18:02:00Z`);
    const hours = [];
    for (let hour = await logHeads(ports()); hour !== undefined; hour = await logHeads(ports())) hours.push(hour);
    expect(hours).toEqual(['14', '15', '16', '17'].map((hour) => `${day}T${hour}`));
    expect(headsIn(lines.join('\n'))).toHaveLength(1);
  });

  it('come again when the mark could not be kept, and stop no letter', async () => {
    await record(ports(), ada, 'signed-in');
    clock += 2 * HOUR;
    await headsMark.save(`${day}T14`);
    const failing = { ...headsMark, save: () => Promise.reject(new StoreUnavailable('gone')) };
    expect(await logHeads({ ...ports(), headsMark: failing })).toBeUndefined();
    expect(lines.at(-1)).toContain('audit-heads-failed');
    await logHeads(ports());
    expect(headsIn(lines.join('\n'))).toHaveLength(2);
  });

  it.each([
    ['as we wrote it', (line: string) => line],
    ['with a time before it', (line: string) => `2026-11-16T16:03:00 ${line}`],
    ['among others', (line: string) => `{"event":"case-moved"}\nSTART {broken\n${line}\n`],
  ])('are read from a log %s', (_, as) => {
    const line = JSON.stringify({ event: HEAD, hour: `${day}T15`, chain: 'ab', n: 3, hash: 'cd' });
    expect(headsIn(as(line))).toEqual([{ hour: `${day}T15`, chain: 'ab', n: 3, hash: 'cd' }]);
  });
});

/** Puts new hashes on a chain from an entry on, as somebody would who knows how they are made. */
function rehash(chain: Chain): void {
  let last: TrailEntry | undefined;
  const fresh = entriesOf(chain).map(({ event, twin }) => (last = nextEntry(chain, last, event, twin)));
  audit.chains.set(chainName(chain), fresh);
}

const its = caseChain(one);
const set = (chain: Chain, n: number, change: (entry: TrailEntry) => TrailEntry) =>
  audit.chains.set(
    chainName(chain),
    entriesOf(chain).map((entry) => (entry.n === n ? change(entry) : entry)),
  );
const other = (entry: TrailEntry): TrailEntry => ({ ...entry, event: { ...entry.event, what: 'harmless' } });
const without = (chain: Chain, ...gone: number[]) =>
  audit.chains.set(
    chainName(chain),
    entriesOf(chain).filter(({ n }) => !gone.includes(n)),
  );
const swap = (chain: Chain, a: number, b: number) => {
  const entries = entriesOf(chain);
  const as = (n: number, from: number) => ({ ...entries.find((entry) => entry.n === from), n });
  set(chain, a, (entry) => ({ ...entry, ...as(a, b) }));
  audit.chains.set(
    chainName(chain),
    entriesOf(chain).map((entry) => (entry.n === b ? { ...entry, ...entries[a - 1], n: b } : entry)),
  );
};

describe('a check', () => {
  it('finds a morning whole, and counts it', async () => {
    await morning();
    const heads = headsIn(lines.join('\n'));
    expect(await checkDay(ports(), day, heads)).toEqual({ day, chains: 5, entries: 13, findings: [] });
    expect(await checkCase(ports(), its, heads)).toEqual({ chains: 1, entries: 5, findings: [] });
    expect(await checkDay(ports(), '2026-11-15', heads)).toEqual({
      ...{ day: '2026-11-15', chains: 0, entries: 0, findings: [] },
    });
  });

  type Row = readonly [what: string, vandal: () => void, found: readonly string[]];
  const [a, c] = [chainName(adas), chainName(its)];
  const rows: readonly Row[] = [
    ['a changed event', () => set(adas, 1, other), [`${a} 1 changed`]],
    ['a changed event of a case', () => set(its, 2, other), [`${c} 2 changed`, `${a} 3 unmatched`]],
    [
      'a changed event with a fresh hash',
      () => set(adas, 1, (entry) => ({ ...other(entry), hash: hashOfEntry(adas, other(entry)) })),
      [`${a} 1 replaced`],
    ],
    ['an entry taken out', () => without(adas, 1), [`${a} 1 removed`]],
    ['several taken out', () => without(adas, 2, 3), [`${a} 2-3 removed`, `${c} 1 unmatched`, `${c} 2 unmatched`]],
    ['two swapped', () => swap(adas, 1, 2), [`${a} 1 out-of-order`, `${a} 2 out-of-order`]],
    ['a twin that points elsewhere', () => set(its, 1, ({ twin: _, ...entry }) => entry), [`${c} 1 changed`]],
  ];

  it.each(rows)('finds %s', async (_, vandal, found) => {
    await morning();
    vandal();
    const { findings } = await checkDay(ports(), day);
    const said = findings.map(({ chain, n, to, fault }) => `${chain} ${n}${to === undefined ? '' : `-${to}`} ${fault}`);
    expect(said).toEqual(expect.arrayContaining([...found]));
    expect(said.length).toBeLessThan(found.length + 3);
  });

  it.each([
    ['the end cut off', () => without(adas, 5), 'cut'],
    ['the end of a case cut off', () => without(its, 5), 'cut'],
    ['all of a chain gone', () => audit.chains.delete(chainName(adas)), 'gone'],
    [
      'a chain gone with the note of it',
      () => {
        audit.chains.delete(chainName(adas));
        for (const [key, chain] of audit.notes) if (chainName(chain) === chainName(adas)) audit.notes.delete(key);
      },
      'gone',
    ],
    [
      'a chain made anew, with good hashes',
      () => {
        set(adas, 1, other);
        rehash(adas);
      },
      'rewritten',
    ],
  ] as const)('finds %s by the heads in the log', async (_, vandal, fault) => {
    await morning();
    vandal();
    const { findings } = await checkDay(ports(), day, headsIn(lines.join('\n')));
    expect(findings.map((finding) => finding.fault)).toContain(fault);
  });

  it('finds a chain made anew without the log, too, where a case knows of it', async () => {
    await morning();
    set(adas, 2, other);
    rehash(adas);
    const { findings } = await checkDay(ports(), day);
    expect(findings.map(({ fault }) => fault)).toContain('unmatched');
  });

  it('finds what was put into a case by hand, and a member’s day that is gone', async () => {
    await morning();
    const event = { at: now().toISOString(), who: luis.email, name: luis.name, what: 'saw' };
    await audit.put(its, nextEntry(its, entriesOf(its).at(-1), { ...event, case: { ...its } }));
    expect((await checkCase(ports(), its)).findings).toEqual([{ chain: c, n: 6, fault: 'unmatched' }]);
    audit.chains.delete(chainName(adas));
    expect((await checkCase(ports(), its)).findings.map(({ n }) => n)).toEqual([1, 2, 5, 6]);
  });

  it('counts an entry on its own day, however often its chain is read', async () => {
    await recordOfCase(ports(), ada, one, 'moved', { move: 'take' });
    clock += 24 * HOUR;
    await recordOfCase(ports(), ada, one, 'moved', { move: 'note' });
    for (const of of [day, '2026-11-17']) expect(await checkDay(ports(), of)).toMatchObject({ chains: 2, entries: 2 });
  });

  it('finds a chain that was put in the place of another', async () => {
    await record(ports(), ada, 'signed-in');
    await record(ports(), luis, 'signed-in');
    const luiss: Chain = { ...adas, who: luis.email };
    audit.chains.set(chainName(adas), entriesOf(luiss));
    expect((await checkDay(ports(), day)).findings).toEqual([{ chain: a, n: 1, fault: 'changed' }]);
  });

  it('does not miss what was forgotten in time, and misses what was not', async () => {
    await record(ports(), ada, 'first');
    await recordByLink(ports(), one, 'replied');
    clock += 400 * 24 * HOUR;
    await recordByLink(ports(), one, 'replied');
    without(its, 1);
    const later = new Date(clock + 5 * 24 * HOUR);
    const at = async (keptDays: number) => (await checkCase({ ...ports(), now: () => later, keptDays }, its)).findings;
    expect(await at(390)).toEqual([]);
    expect(await at(1827)).toEqual([{ chain: c, n: 1, fault: 'removed' }]);
  });

  it('does not hold against each other what one of two chains forgot before the other', async () => {
    await recordOfCase(ports(), ada, one, 'moved', { move: 'take' });
    clock += 10 * 24 * HOUR;
    audit.chains.delete(c);
    const at = async (keptDays: number) => (await checkDay({ ...ports(), keptDays }, day)).findings;
    expect(await at(9)).toEqual([]);
    expect(await at(11)).toEqual([{ chain: a, n: 1, fault: 'unmatched' }]);
  });
});
