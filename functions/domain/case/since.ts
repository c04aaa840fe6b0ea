import type { Case } from './case.ts';
import type { TimelineEntry } from './parts.ts';

/** Facts that no person decided: they are told, and raise no version. */
const facts: readonly string[] = ['confirmed'];

const isMove = ({ what, who }: TimelineEntry): boolean => who !== 'desk' && !facts.includes(what);

/** Answers that an importer sent together are one move with an entry each. */
const begins = (entry: TimelineEntry, before: TimelineEntry | undefined): boolean =>
  isMove(entry) && !(entry.what === 'replied' && before?.what === 'replied' && before.at === entry.at);

/**
 * What happened on a case since the given version of it, the oldest first: each person's move raises the version by one
 * and leaves one entry, or several at once. Facts between them come along. Nothing when nobody moved it since.
 */
export function entriesSince(of: Pick<Case, 'version' | 'timeline'>, version: number): TimelineEntry[] {
  let moves = of.version - version;
  if (moves <= 0) return [];
  const from = of.timeline.findLastIndex((entry, nth, all) => begins(entry, all[nth - 1]) && --moves === 0);
  return of.timeline.slice(Math.max(0, from));
}
