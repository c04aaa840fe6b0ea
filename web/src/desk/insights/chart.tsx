import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { dayShort } from './figures.ts';
import { labelled, ticksTo } from './scale.ts';
import { useWidth } from './use-width.ts';
import words from './text/en.json' with { type: 'json' };

const HEIGHT = 200;
const LEFT = 36;
const BOTTOM = 24;
const TOP = 10;

/** Where a day and a value stand in the drawing. */
export type Place = {
  /** The middle of a day's column. */
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly column: number;
  readonly foot: number;
};

type ChartProps = {
  readonly title: string;
  /** What the drawing shows, in a sentence: what a screen reader has instead of it. */
  readonly says: string;
  readonly days: readonly string[];
  readonly highest: number;
  readonly legend?: ComponentChildren;
  readonly table: ComponentChildren;
  readonly children: (place: Place) => ComponentChildren;
};

/** A drawing over days with its axes; its words before it, its numbers behind it. */
export function Chart({ title, says, days, highest, legend, table, children }: ChartProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const ticks = ticksTo(highest);
  const top = ticks.at(-1) ?? 1;
  const column = (width - LEFT - 4) / Math.max(1, days.length);
  const foot = HEIGHT - BOTTOM;
  const place: Place = {
    x: (at) => LEFT + column * (at + 0.5),
    y: (value) => foot - (value / top) * (foot - TOP),
    column,
    foot,
  };
  return (
    <figure class="card chart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="says">{says}</p>
      {legend}
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={says}>
          <Axes ticks={ticks} days={days} place={place} width={width} />
          {children(place)}
        </svg>
      </div>
      <details>
        <summary>{words.table}</summary>
        <div class="scroll" tabIndex={0} role="region" aria-label={title}>
          {table}
        </div>
      </details>
    </figure>
  );
}

type AxesProps = {
  readonly ticks: readonly number[];
  readonly days: readonly string[];
  readonly place: Place;
  readonly width: number;
};

function Axes({ ticks, days, place, width }: AxesProps) {
  const isLabelled = labelled(days.length, width - LEFT, 66);
  return (
    <g class="axes">
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={LEFT}
            x2={width}
            y1={place.y(tick)}
            y2={place.y(tick)}
            class={tick === 0 ? 'foot-line' : 'grid-line'}
          />
          <text x={LEFT - 6} y={place.y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {days.map(
        (day, at) =>
          isLabelled(at) && (
            <text key={day} x={Math.min(place.x(at), width - 20)} y={HEIGHT - 6} text-anchor="middle">
              {dayShort(day)}
            </text>
          ),
      )}
    </g>
  );
}
