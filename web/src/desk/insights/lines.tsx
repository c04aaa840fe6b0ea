import { dayLong, hoursWords } from './figures.ts';
import type { Place } from './chart.tsx';
import words from './text/en.json' with { type: 'json' };

type Spread = { readonly median?: number | undefined; readonly p90?: number | undefined };

type LinesProps = { readonly days: readonly string[]; readonly spreads: readonly Spread[]; readonly place: Place };

/** Points of a line; a day without a figure breaks it. */
function path(values: readonly (number | undefined)[], { x, y }: Place): string {
  return values
    .flatMap((value, at) => {
      if (value === undefined) return [];
      const begins = values[at - 1] === undefined;
      return [`${begins ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`];
    })
    .join('');
}

/** The median as a line with dots, nine of ten as a dashed one with squares. */
export function Lines({ days, spreads, place }: LinesProps) {
  const { x, y } = place;
  return (
    <>
      <path
        class="line-p90"
        d={path(
          spreads.map(({ p90 }) => p90),
          place,
        )}
      />
      <path
        class="line-median"
        d={path(
          spreads.map(({ median }) => median),
          place,
        )}
      />
      {days.map((day, at) => {
        const { median, p90 } = spreads[at] ?? {};
        if (median === undefined || p90 === undefined) return null;
        return (
          <g key={day}>
            <title>{`${dayLong(day)}: ${words['legend.median']} ${hoursWords(median)}, ${words['legend.p90']} ${hoursWords(p90)}`}</title>
            <rect class="point-p90" x={x(at) - 3} y={y(p90) - 3} width="6" height="6" />
            <circle class="point-median" cx={x(at)} cy={y(median)} r="3.5" />
          </g>
        );
      })}
    </>
  );
}

export const LinesLegend = () => (
  <p class="legend">
    <span>
      <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
        <path class="line-median" d="M1 8H27" />
        <circle class="point-median" cx="14" cy="8" r="3.5" />
      </svg>
      {words['legend.median']}
    </span>
    <span>
      <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
        <path class="line-p90" d="M1 8H27" />
        <rect class="point-p90" x="11" y="5" width="6" height="6" />
      </svg>
      {words['legend.p90']}
    </span>
  </p>
);
