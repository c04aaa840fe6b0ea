import type { System } from '#domain/desk/system.ts';
import type { Tone } from '../ui/badge.tsx';
import { atWords, daysAway, timeWords } from '../ui/clock.ts';
import { fill } from '../words/fill.ts';
import { areLate, isCanaryLate, missingIn } from './measures.ts';
import words from './text/en.json' with { type: 'json' };

export type Said = { readonly tone: Exclude<Tone, 'info' | 'plain'>; readonly words: string };

/** What comes first is said first: the worst. Nothing that is wrong hides behind another thing that is. */
export type Verdict = Said & { readonly also: readonly string[] };

/** `2:02 PM` of today, `yesterday 2:02 PM`. */
export const since = (at: string): string =>
  daysAway(Date.parse(at)) === 0 ? timeWords(Date.parse(at)) : atWords(Date.parse(at));

export function verdictOf(system: System): Verdict {
  const wrong = [
    ...missing(system),
    ...noneWell(system),
    ...parked(system),
    ...stuck(system),
    ...failing(system),
    ...late(system),
    ...canary(system),
  ];
  const [first, ...others] = wrong;
  return { ...(first ?? well(system)), also: [...others.map((one) => one.words), ...held(system), ...checked(system)] };
}

type Counted = { readonly n: number; readonly more: boolean };

function counted(key: 'missing' | 'parked' | 'held' | 'stuck' | 'late', { n, more }: Counted, values = {}): string {
  return fill(words[`verdict.${key}.${more ? 'more' : n === 1 ? 'one' : 'several'}`], { n, ...values });
}

function missing({ hours }: System): Said[] {
  const found = missingIn(hours);
  return found.n === 0 ? [] : [{ tone: 'bad', words: counted('missing', found) }];
}

const noneWell = ({ mailboxes }: System): Said[] =>
  mailboxes.some(({ state }) => state === 'well') ? [] : [{ tone: 'bad', words: words['verdict.none-well'] }];

const parked = ({ parked: { cards, more } }: System): Said[] =>
  cards.length === 0 ? [] : [{ tone: 'bad', words: counted('parked', { n: cards.length, more }) }];

const stuck = ({ stuck: { records, more } }: System): Said[] =>
  records.length === 0 ? [] : [{ tone: 'bad', words: counted('stuck', { n: records.length, more }) }];

/** None is well: that was said. */
function failing({ mailboxes }: System): Said[] {
  const next = mailboxes.find(({ state }) => state === 'well')?.mailbox;
  if (next === undefined) return [];
  return mailboxes
    .filter(({ state }) => state !== 'well')
    .map(({ mailbox }) => ({ tone: 'warn', words: fill(words['verdict.mailbox'], { mailbox, next }) }));
}

function late(system: System): Said[] {
  const { cases: n, more, oldestSince } = system.debts;
  if (!areLate(system)) return [];
  if (oldestSince === undefined)
    return [{ tone: 'warn', words: fill(words[`verdict.unread.${n === 1 ? 'one' : 'several'}`], { n }) }];
  return [{ tone: 'warn', words: counted('late', { n, more }, { since: since(oldestSince) }) }];
}

function canary(system: System): Said[] {
  if (!isCanaryLate(system)) return [];
  const { deliveredAt } = system.canary;
  const said =
    deliveredAt === undefined
      ? words['verdict.canary.never']
      : fill(words['verdict.canary'], { since: since(deliveredAt) });
  return [{ tone: 'warn', words: said }];
}

/** Letters that came due within the last minute are not late: they leave in a moment. */
const well = ({ debts: { cases: n } }: System): Said => ({
  tone: 'good',
  words: n === 0 ? words['verdict.well'] : fill(words[`verdict.going.${n === 1 ? 'one' : 'several'}`], { n }),
});

/** Nothing is wrong with them, and nobody is told before a member lets them go. */
const held = ({ held: { cases: n, more } }: System): string[] => (n === 0 ? [] : [counted('held', { n, more })]);

/** What the good word rests on. */
function checked({ hours }: System): string[] {
  if (hours.length === 0) return [words['verdict.unchecked']];
  if (missingIn(hours).n > 0) return [];
  return [fill(words[`verdict.checked.${hours.length === 1 ? 'one' : 'several'}`], { n: hours.length })];
}
