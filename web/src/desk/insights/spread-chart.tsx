import type { InsightsPage } from '#domain/desk/insights.ts';
import { fill } from '../words/fill.ts';
import { Chart } from './chart.tsx';
import { hoursWords } from './figures.ts';
import { Lines, LinesLegend } from './lines.tsx';
import { DayTable } from './tables.tsx';
import words from './text/en.json' with { type: 'json' };

type SpreadChartProps = {
  readonly page: InsightsPage;
  readonly of: 'toFirstMove' | 'toOutcome';
  readonly title: string;
};

/** How long it took, a day: the median, and what nine of ten did not exceed. */
export function SpreadChart({ page: { days, all }, of, title }: SpreadChartProps) {
  const spreads = days.map((day) => day[of]);
  const says =
    all[of].count === 0
      ? words['chart.spread.none']
      : fill(words['chart.spread.says'], { median: hoursWords(all[of].median), p90: hoursWords(all[of].p90) });
  return (
    <Chart
      title={title}
      says={`${says} ${words.office}`}
      days={days.map(({ day }) => day)}
      highest={Math.max(1, ...spreads.map(({ p90 = 0 }) => p90))}
      legend={<LinesLegend />}
      table={
        <DayTable
          heads={[words['table.cases'], words['legend.median'], words['legend.p90']]}
          rows={days.map((day) => {
            const { count, median, p90 } = day[of];
            return { day: day.day, cells: [String(count), hoursWords(median), hoursWords(p90)] };
          })}
        />
      }
    >
      {(place) => <Lines days={days.map(({ day }) => day)} spreads={spreads} place={place} />}
    </Chart>
  );
}
