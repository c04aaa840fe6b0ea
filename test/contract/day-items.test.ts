import { describe, expect, it } from 'vitest';
import { dynamoDayStore } from '../../functions/aws/day-items.ts';
import { figuresOf } from '#domain/desk/day-figures.ts';
import type { DayFigures } from '#domain/desk/insights.ts';
import { memoryDayStore } from '#test/fakes/memory-case-lists-days.ts';
import { contractTable } from './desk-table.ts';

const { client, name } = await contractTable('days');

const figures = (day: string, minute: number, flagged = 0): DayFigures => ({
  day,
  computedAt: `2026-11-16T15:0${String(minute)}:00.000Z`,
  ...figuresOf([]),
  flagged,
});

describe.each([
  ['in memory', memoryDayStore()],
  ['DynamoDB', dynamoDayStore(client, name)],
])('figures of days: %s', (_, days) => {
  it('gives back what was put, the oldest first, of the days asked for', async () => {
    for (const day of ['2026-11-03', '2026-11-01', '2026-11-04', '2026-11-02']) await days.put(figures(day, 1));
    const found = await days.between('2026-11-02', '2026-11-03');
    expect(found).toEqual([figures('2026-11-02', 1), figures('2026-11-03', 1)]);
    expect(await days.between('2020-01-01', '2020-12-31')).toEqual([]);
  });

  it('keeps every kind of figure', async () => {
    const full: DayFigures = {
      ...figures('2026-12-01', 1),
      requests: { 'name-query': 2 },
      outcomes: { 'name-query/open': 2 },
      toFirstMove: { '0': 1, '12': 1 },
      partial: true,
    };
    await days.put(full);
    expect(await days.between('2026-12-01', '2026-12-01')).toEqual([full]);
  });

  it('lets the run that began later win, in whatever order they end', async () => {
    await days.put(figures('2026-12-02', 5, 5));
    await days.put(figures('2026-12-02', 3, 3));
    expect(await days.between('2026-12-02', '2026-12-02')).toEqual([figures('2026-12-02', 5, 5)]);
    await days.put(figures('2026-12-02', 6, 6));
    expect(await days.between('2026-12-02', '2026-12-02')).toEqual([figures('2026-12-02', 6, 6)]);
  });
});
