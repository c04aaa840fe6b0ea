import { idOf } from './metric.ts';
import type { Objective } from './objectives.ts';

/**
 * What is bad, and all. Lines are counted there, and no letter is known: most slow letters are the delayed ones, so the larger number
 * counts, and none of them twice. That is about right. Where both have causes of their own, the smaller is left out; a delayed letter
 * that arrives hours later counts in the windows of both hours, and twice among all; one that arrives within five minutes counts as bad.
 */
export function sums({ bad, all, orBad }: Objective) {
  const sum = all.map(idOf).join(' + ');
  if (orBad === undefined) return { bad: idOf(bad), all: sum, numbers: new Set([bad, ...all]) };
  const [one, other] = [idOf(bad), idOf(orBad)];
  const larger = `IF(${one} > ${other}, ${one}, ${other})`;
  return { bad: larger, all: `${sum} + ${other}`, numbers: new Set([bad, orBad, ...all]) };
}
