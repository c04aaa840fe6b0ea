import type { InsightsPage } from '#domain/desk/insights.ts';
import { Tile } from '../ui/tile.tsx';
import { fill } from '../words/fill.ts';
import { hoursWords, shareWords } from './figures.ts';
import words from './text/en.json' with { type: 'json' };

/** The five numbers that a member looks for. */
export const Tiles = ({ page: { all, overdue } }: { readonly page: InsightsPage }) => (
  <dl class="tiles">
    <Tile name={words.requests}>{all.total}</Tile>
    <Tile name={words.overdue} tone={overdue.cases > 0 ? 'bad' : ''}>
      <a href="/desk/?overdue=yes">
        {overdue.orMore ? fill(words['overdue.more'], { n: overdue.cases }) : overdue.cases}
      </a>
    </Tile>
    <Tile name={words['first-move']} small={fill(words.p90, { time: hoursWords(all.toFirstMove.p90) })}>
      {hoursWords(all.toFirstMove.median)}
    </Tile>
    <Tile name={words.outcome} small={fill(words.p90, { time: hoursWords(all.toOutcome.p90) })}>
      {hoursWords(all.toOutcome.median)}
    </Tile>
    <Tile name={words.flagged} small={fill(words['flagged.of'], { n: all.flagged, all: all.total })}>
      {shareWords(all.flagged, all.total)}
    </Tile>
  </dl>
);
