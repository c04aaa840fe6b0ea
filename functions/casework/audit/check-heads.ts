import type { TrailFinding } from '#domain/desk/audit.ts';
import { chainName } from '#domain/desk/trail.ts';
import type { ReadChain } from './check.ts';
import { markOf } from './entry.ts';
import type { Head } from './heads.ts';

/** Where the log knows other than the store does. */
export function headFaults(heads: readonly Head[], known: readonly ReadChain[]): TrailFinding[] {
  const byMark = new Map(known.map((one) => [markOf(one.chain), one]));
  return heads.flatMap((head): TrailFinding[] => {
    const one = byMark.get(head.chain);
    if (!one || one.entries.length === 0)
      return [{ chain: one ? chainName(one.chain) : nameOf(head), n: head.n, fault: 'gone' }];
    const there = one.entries.find(({ n }) => n === head.n);
    if (there?.hash === head.hash) return [];
    const isCut = (one.entries.at(-1)?.n ?? 0) < head.n;
    // One that is missing in between is found by its number.
    if (!there && !isCut) return [];
    return [{ chain: chainName(one.chain), n: head.n, fault: isCut ? 'cut' : 'rewritten' }];
  });
}

/** All that the log says of a chain that the store has lost. */
const nameOf = ({ hour, chain, reference }: Head): string =>
  reference === undefined ? `day ${hour.slice(0, 10)} ${chain}` : `case ${reference} ${chain}`;
