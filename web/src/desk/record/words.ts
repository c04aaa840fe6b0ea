import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

/** The case file's own words, with values where they say `{name}`. */
export const write = (word: keyof typeof words, values: Readonly<Record<string, string | number>> = {}): string =>
  fill(words[word], values);
