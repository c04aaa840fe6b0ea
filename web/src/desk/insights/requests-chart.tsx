import type { InsightsPage } from '#domain/desk/insights.ts';
import { fill } from '../words/fill.ts';
import { Bars, BarsLegend } from './bars.tsx';
import { Chart } from './chart.tsx';
import { dayLong, shareWords } from './figures.ts';
import { DayTable } from './tables.tsx';
import words from './text/en.json' with { type: 'json' };

/** Requests a day, by type. */
export function RequestsChart({ page: { days, types, all } }: { readonly page: InsightsPage }) {
  const most = days.reduce((best, day) => (day.total > best.total ? day : best), { day: '', total: 0 });
  const parts = types.map(({ type, name }) => ({ name, values: days.map(({ requests }) => requests[type] ?? 0) }));
  const says =
    most.total === 0
      ? words['chart.nothing']
      : fill(words['chart.requests.says'], {
          all: all.total,
          days: days.length,
          most: most.total,
          day: dayLong(most.day),
        });
  return (
    <Chart
      title={words['chart.requests']}
      says={says}
      days={days.map(({ day }) => day)}
      highest={most.total}
      legend={<BarsLegend names={types.map(({ name }) => name)} />}
      table={
        <DayTable
          heads={[...types.map(({ name }) => name), words['table.all']]}
          rows={days.map(({ day, requests, total }) => ({
            day,
            cells: [...types.map(({ type }) => String(requests[type] ?? 0)), String(total)],
          }))}
        />
      }
    >
      {(place) => <Bars days={days.map(({ day }) => day)} parts={parts} place={place} />}
    </Chart>
  );
}

/** Flagged requests a day, before all of them: how much of the work is suspicious. */
export function FlaggedChart({ page: { days, all } }: { readonly page: InsightsPage }) {
  return (
    <Chart
      title={words['chart.flagged']}
      says={fill(words['chart.flagged.says'], { n: all.flagged, all: all.total })}
      days={days.map(({ day }) => day)}
      highest={Math.max(...days.map(({ flagged }) => flagged))}
      table={
        <DayTable
          heads={[words.flagged, words['table.all'], words['table.share']]}
          rows={days.map(({ day, flagged, total }) => ({
            day,
            cells: [String(flagged), String(total), shareWords(flagged, total)],
          }))}
        />
      }
    >
      {(place) => (
        <Bars
          days={days.map(({ day }) => day)}
          parts={[{ name: words.flagged, values: days.map(({ flagged }) => flagged) }]}
          place={place}
        />
      )}
    </Chart>
  );
}
