import { dayLong } from './figures.ts';
import type { Place } from './chart.tsx';

export type Part = { readonly name: string; readonly values: readonly number[] };

/**
 * Columns of stacked parts. The second part is hatched, so that they differ without colour too; each column says its numbers
 * when pointed at.
 */
export const Bars = ({
  days,
  parts,
  place,
}: {
  readonly days: readonly string[];
  readonly parts: readonly Part[];
  readonly place: Place;
}) => (
  <>
    <Hatch />
    {days.map((day, at) => (
      <g key={day}>
        <title>{`${dayLong(day)}: ${parts.map(({ name, values }) => `${name} ${values[at] ?? 0}`).join(', ')}`}</title>
        {parts.map(({ name, values }, level) => {
          const below = parts.slice(0, level).reduce((sum, part) => sum + (part.values[at] ?? 0), 0);
          const value = values[at] ?? 0;
          const wide = Math.max(1.5, place.column * 0.7);
          return (
            value > 0 && (
              <rect
                key={name}
                class={`part-${level}`}
                x={place.x(at) - wide / 2}
                y={place.y(below + value)}
                width={wide}
                height={place.y(below) - place.y(below + value)}
              />
            )
          );
        })}
      </g>
    ))}
  </>
);

const Hatch = () => (
  <defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" class="hatch-ground" />
      <rect width="3" height="6" class="hatch-line" />
    </pattern>
  </defs>
);

export const BarsLegend = ({ names }: { readonly names: readonly string[] }) => (
  <p class="legend">
    {names.map((name, level) => (
      <span key={name}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <Hatch />
          <rect width="16" height="16" rx="3" class={`part-${level}`} />
        </svg>
        {name}
      </span>
    ))}
  </p>
);
