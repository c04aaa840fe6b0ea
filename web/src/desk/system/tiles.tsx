import type { Canary, System } from '#domain/desk/system.ts';
import { Tile } from '../ui/tile.tsx';
import { fill } from '../words/fill.ts';
import { areLate, isCanaryLate, missingIn } from './measures.ts';
import { since } from './verdict.ts';
import words from './text/en.json' with { type: 'json' };

/** The six numbers to look at. A colour only repeats what the sentence above says. */
export function Tiles({ system }: { readonly system: System }) {
  const { debts, parked, held, stuck, hours, canary } = system;
  const missing = missingIn(hours);
  return (
    <dl class="tiles">
      <Tile
        name={words['tile.owed']}
        tone={areLate(system) ? 'warn' : ''}
        small={debts.oldestSince && fill(words['tile.owed.since'], { since: since(debts.oldestSince) })}
      >
        {number(debts.cases, debts.more)}
      </Tile>
      <Tile name={words['tile.parked']} tone={bad(parked.cards.length)}>
        {number(parked.cards.length, parked.more)}
      </Tile>
      <Tile name={words['tile.held']}>{number(held.cases, held.more)}</Tile>
      <Tile name={words['tile.stuck']} tone={bad(stuck.records.length)}>
        {number(stuck.records.length, stuck.more)}
      </Tile>
      <Tile
        name={words['tile.missing']}
        tone={bad(missing.n)}
        small={hours.length === 0 ? words['tile.missing.none'] : fill(words['tile.missing.hours'], { n: hours.length })}
      >
        {hours.length === 0 ? '–' : number(missing.n, missing.more)}
      </Tile>
      <Tile
        name={words['tile.canary']}
        tone={isCanaryLate(system) ? 'warn' : ''}
        small={canary.deliveredAt && fill(words['tile.canary.at'], { at: since(canary.deliveredAt) })}
      >
        {canaryWords(canary)}
      </Tile>
    </dl>
  );
}

const bad = (n: number): string => (n > 0 ? 'bad' : '');
const number = (n: number, more: boolean): string => (more ? fill(words.more, { n }) : String(n));

function canaryWords({ on, deliveredAt, seconds }: Canary): string {
  if (deliveredAt === undefined) return words[on ? 'tile.canary.none' : 'tile.canary.off'];
  return seconds === undefined ? '✓' : `${Math.round(seconds)} s`;
}
