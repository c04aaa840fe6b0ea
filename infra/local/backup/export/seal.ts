import { setImmediate as turn } from 'node:timers/promises';
import { Refused } from '../../operator/command.ts';
import type { Progress } from '../../operator/progress.ts';
import { hashOf, hashOfAll, itemIn } from '../item-line.ts';
import { count, kindOf } from '../kinds.ts';
import { pageFile, writeManifest } from '../manifest.ts';
import type { Manifest, Whole } from '../manifest.ts';
import { linesOf } from '../read-pages.ts';

/**
 * Reads back from the files all that was written, counts it by kind and takes its hash: what is on the disk is what the
 * manifest vouches for, not what was once in memory.
 */
export async function seal(folder: string, manifest: Manifest, progress: Progress): Promise<Whole> {
  const files = manifest.segments.flatMap(({ pages }, nth) =>
    Array.from({ length: pages }, (_, page) => pageFile(nth, page + 1)),
  );
  const hashes: string[] = [];
  const counts: Record<string, number> = {};
  const pages: Whole['pages'] = [];
  for (const file of files) {
    const lines = linesOf(folder, file);
    for (const line of lines) count(counts, kindOf(itemIn(line)));
    const own = lines.map(hashOf);
    hashes.push(...own);
    pages.push({ file, items: lines.length, sha256: hashOfAll(own) });
    progress.at(`reading back: page ${pages.length} of ${files.length}`);
    await turn();
  }
  const items = manifest.segments.reduce((sum, part) => sum + part.items, 0);
  if (hashes.length !== items || new Set(hashes).size !== items)
    throw new Refused(`${folder} holds ${hashes.length} items and should hold ${items}. Begin anew in another folder.`);
  const whole: Whole = {
    ...{ finishedAt: new Date().toISOString(), items, counts, leftOut: leftOutOf(manifest) },
    ...{ sha256: hashOfAll(hashes), pages },
  };
  writeManifest(folder, { ...manifest, whole });
  return whole;
}

function leftOutOf({ segments }: Manifest): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const part of segments)
    for (const [kind, number] of Object.entries(part.leftOut)) sum[kind] = (sum[kind] ?? 0) + number;
  return sum;
}
