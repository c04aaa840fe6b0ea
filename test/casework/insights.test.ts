import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInsights } from '#casework/insights/read-insights.ts';
import { DAYS_KEPT_FRESH, recomputeDays } from '#casework/insights/recompute-days.ts';
import type { Case } from '#domain/case/case.ts';
import { cardOf } from '#domain/desk/card-of.ts';
import { figuresOf, together } from '#domain/desk/day-figures.ts';
import { spreadOf, spreadOver, sumOf } from '#domain/desk/hours.ts';
import { dayFiguresSchema, insightsPageSchema } from '#domain/desk/insights.ts';
import { memoryDayStore } from '#test/fakes/memory-case-lists-days.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { aMonday, opened } from '#test/fakes/requests.ts';

const HOUR = 3_600_000;
let n = 0;
const made = (type: 'name-query' | 'email-update', change: Partial<Case> = {}): Case => ({
  ...opened(type, { submissionId: `00000000-0000-4000-8100-${String((n += 1)).padStart(12, '0')}` }),
  ...change,
});
const hoursLater = (from: string, hours: number): string => new Date(Date.parse(from) + hours * HOUR).toISOString();
const at = '2026-11-16T15:00:00.000Z';
const byAda = { who: 'ada@harborpine.example', name: 'Ada Osei', at };
const flags = [{ ...byAda, id: 'f1', reason: 'odd' }];
const outcome = (code: string) => ({ ...byAda, code, values: {} });

describe('figures of cases', () => {
  const cases: readonly Case[] = [
    made('name-query', { firstMoveAt: hoursLater(at, 1) }),
    made('name-query', {
      firstMoveAt: hoursLater(at, 2),
      state: 'answered',
      closedAt: hoursLater(at, 10),
      outcome: outcome('name-on-file'),
      flags,
    }),
    made('email-update', { state: 'declined', closedAt: hoursLater(at, 20), outcome: outcome('declined') }),
    made('email-update', { state: 'closed', closedAt: hoursLater(at, 300), outcome: outcome('closed') }),
    // Recorded without clearance: told to nobody yet.
    made('email-update', { state: 'open', outcome: outcome('accepted') }),
  ];
  const figures = figuresOf(cases.map(cardOf));

  it('count requests by type, flags and ends', () => {
    expect(figures).toMatchObject({
      requests: { 'name-query': 2, 'email-update': 3 },
      flagged: 1,
      outcomes: {
        'name-query/open': 1,
        'name-query/name-on-file': 1,
        'email-update/declined': 1,
        'email-update/closed': 1,
        'email-update/open': 1,
      },
    });
  });

  it('know how long a first move and an answer took; a case that is closed waited for none', () => {
    expect(spreadOf(figures.toFirstMove).count).toBe(2);
    expect(spreadOf(figures.toOutcome).count).toBe(2);
  });

  it('are the same counted in parts', () => {
    const parts = [cases.slice(0, 2), cases.slice(2, 3), cases.slice(3)].map((some) => figuresOf(some.map(cardOf)));
    expect(together(parts)).toEqual(figures);
  });
});

describe('a spread of hours', () => {
  it.each([
    [[], {}],
    [[4], { median: 4, p90: 4 }],
    [[1, 2, 3, 4, 100], { median: 3, p90: 100 }],
    [[0, 0, 0], { median: 0, p90: 0 }],
    [Array.from({ length: 100 }, (_, nth) => nth + 1), { median: 50, p90: 90 }],
  ])(
    '%j has median and 90th percentile to within five per cent',
    (hours, wanted: { median?: number; p90?: number }) => {
      const spread = spreadOf(spreadOver(hours));
      expect(spread.count).toBe(hours.length);
      for (const name of ['median', 'p90'] as const) {
        const [is, should] = [spread[name], wanted[name]];
        if (should === undefined) expect(is).toBeUndefined();
        else expect(Math.abs((is ?? NaN) - should)).toBeLessThanOrEqual(Math.max(0.1, should * 0.05));
      }
    },
  );

  it('is right to within five per cent, and adds up, whatever the hours', () => {
    const some = fc.array(fc.double({ min: 0.05, max: 50_000, noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, some, (one, other) => {
        const sorted = [...one, ...other].sort((a, b) => a - b);
        const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
        const spread = spreadOf(sumOf([spreadOver(one), spreadOver(other)]));
        expect(spread).toEqual(spreadOf(spreadOver(sorted)));
        expect(Math.abs((spread.median ?? 0) - median)).toBeLessThanOrEqual(median * 0.05 + 0.05);
      }),
    );
  });

  it('stays small', () => {
    const hours = Array.from({ length: 20_000 }, (_, nth) => nth / 3);
    expect(Object.keys(spreadOver(hours)).length).toBeLessThanOrEqual(151);
  });
});

function world(...all: Case[]) {
  const cases = memoryCaseStore();
  let clock = aMonday.getTime();
  const logged: string[] = [];
  const ports = {
    lists: memoryCaseLists(cases),
    days: memoryDayStore(),
    now: () => new Date(clock),
    log: (event: string) => logged.push(event),
  };
  return {
    ...ports,
    logged,
    put: async (...more: Case[]) => {
      for (const one of [...all.splice(0), ...more]) await cases.put(one);
    },
    later: (minutes: number) => (clock += minutes * 60_000),
    run: () => recomputeDays(ports),
    /** Runs until all is fresh. */
    settle: async () => {
      const done: string[] = [];
      for (let day = await recomputeDays(ports); day !== undefined; day = await recomputeDays(ports)) done.push(day);
      return done;
    },
  };
}

describe('counting days anew', () => {
  it('does today first, then one day a run until all of the last 35 are there', async () => {
    const here = world();
    const days = await here.settle();
    expect(days.slice(0, 3)).toEqual(['2026-11-16', '2026-11-15', '2026-11-14']);
    expect(new Set(days).size).toBe(DAYS_KEPT_FRESH);
    expect(days).toHaveLength(DAYS_KEPT_FRESH);
  });

  it('does today again after two minutes, another day after half an hour, and none before', async () => {
    const here = world();
    await here.settle();
    here.later(1);
    expect(await here.run()).toBeUndefined();
    here.later(2);
    expect(await here.run()).toBe('2026-11-16');
    expect(await here.run()).toBeUndefined();
    here.later(30);
    expect(await here.run()).toBe('2026-11-16');
    expect(await here.run()).not.toBe('2026-11-16');
  });

  it('gives the same figures however often it runs, and follows what happened since', async () => {
    const one = made('name-query');
    const here = world(one);
    await here.put();
    for (let times = 0; times < 3; times += 1) {
      await here.run();
      here.later(3);
    }
    const [before] = await here.days.between('2026-11-16', '2026-11-16');
    expect(before?.requests).toEqual({ 'name-query': 1 });
    await here.put(made('email-update'), made('name-query', { openedAt: '2026-11-15T23:59:59.999Z' }));
    await here.run();
    const [after] = await here.days.between('2026-11-16', '2026-11-16');
    expect(after?.requests).toEqual({ 'name-query': 1, 'email-update': 1 });
  });

  it('counts all pages of a day', async () => {
    const here = world();
    await here.put(...Array.from({ length: 1203 }, () => made('name-query')));
    await here.run();
    const [day] = await here.days.between('2026-11-16', '2026-11-16');
    expect(day?.requests).toEqual({ 'name-query': 1203 });
    expect(day).not.toHaveProperty('partial');
    expect(dayFiguresSchema.safeParse(day).success).toBe(true);
  });

  it('logs a store that fails, and throws nothing: letters come first', async () => {
    const here = world();
    const some = () => Promise.reject(new Error('down'));
    expect(await recomputeDays({ ...here, lists: { some } })).toBeUndefined();
    expect(here.logged).toEqual(['figures-failed']);
  });
});

describe('the page of insights', () => {
  it('is whole before anything was counted', async () => {
    const page = await readInsights(world(), { days: 7 });
    expect(insightsPageSchema.safeParse(page).success).toBe(true);
    expect(page).toMatchObject({ from: '2026-11-10', to: '2026-11-16', all: { total: 0 }, outcomes: [] });
    expect(page.days).toHaveLength(7);
    expect(page).not.toHaveProperty('computedAt');
  });

  it('adds up the days of its window, and says when the oldest was counted', async () => {
    const here = world();
    await here.put(
      made('name-query', { firstMoveAt: hoursLater(at, 4) }),
      made('email-update', { openedAt: '2026-11-12T10:00:00.000Z', flags }),
      made('email-update', { openedAt: '2026-11-01T10:00:00.000Z' }),
    );
    await here.settle();
    const first = here.now().toISOString();
    here.later(3);
    await here.run();
    const page = await readInsights(here, { days: 7 });
    expect(page.all).toMatchObject({ total: 2, flagged: 1, requests: { 'name-query': 1, 'email-update': 1 } });
    expect(page.all.toFirstMove).toMatchObject({ count: 1 });
    expect(page.computedAt).toBe(first);
    expect(page.days.filter(({ total }) => total > 0).map(({ day }) => day)).toEqual(['2026-11-12', '2026-11-16']);
    expect((await readInsights(here, { days: 30 })).all.total).toBe(3);
    for (const { name } of page.outcomes) expect(name).toBe('Not answered yet');
  });

  it.each([
    [0, { cases: 0, orMore: false }],
    [3, { cases: 3, orMore: false }],
    [230, { cases: 200, orMore: true }],
  ])('counts %i overdue as %j', async (count, overdue) => {
    const here = world();
    await here.put(...Array.from({ length: count }, () => made('name-query', { dueAt: '2026-11-10T10:00:00.000Z' })));
    expect((await readInsights(here, { days: 1 })).overdue).toEqual(overdue);
  });
});
