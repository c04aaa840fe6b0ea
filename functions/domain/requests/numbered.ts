import type { Texts } from './texts.ts';

/** Texts that are said once of each of several numbers stand there once, with an `N` in their name and `{n}` in their words. */
export const numbered = (texts: Texts, from: 1 | 2): Texts =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, said]) => {
      const at = /^[a-zA-Z]+?N(?=Kind\.|\.)/.exec(key)?.[0].length;
      if (at === undefined) return [[key, said]];
      return counts.slice(from - 1).map((n) => [key.slice(0, at - 1) + n + key.slice(at), said.replace('{n}', n)]);
    }),
  );

const counts = ['1', '2', '3', '4', '5', '6'] as const;
