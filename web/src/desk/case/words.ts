import { fill } from '../words/fill.ts';
import checks from './text/checks.en.json' with { type: 'json' };
import keep from './text/keep.en.json' with { type: 'json' };
import letters from './text/letters.en.json' with { type: 'json' };
import moves from './text/moves.en.json' with { type: 'json' };
import page from './text/page.en.json' with { type: 'json' };
import timeline from './text/timeline.en.json' with { type: 'json' };
import tools from './text/tools.en.json' with { type: 'json' };

const words = { ...page, ...checks, ...tools, ...moves, ...keep, ...letters, ...timeline };
const known: Readonly<Record<string, string>> = words;

/** A key of the case page's own words. */
export type Word = keyof typeof words;

type Values = Readonly<Record<string, string | number>>;

/** The page's words, with values where they say `{name}`. */
export const say = (word: Word, values: Values = {}): string => fill(words[word], values);

/** Words of a code that comes from the door; undefined when this page has none for it. */
export const sayIfKnown = (key: string, values: Values = {}): string | undefined => {
  const found = Object.hasOwn(known, key) ? known[key] : undefined;
  return found === undefined ? undefined : fill(found, values);
};
