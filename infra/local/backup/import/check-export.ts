import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Refused } from '../../operator/command.ts';
import type { Progress } from '../../operator/progress.ts';
import { hashOf, hashOfAll } from '../item-line.ts';
import { readManifest } from '../manifest.ts';
import type { Whole } from '../manifest.ts';
import { linesOf } from '../read-pages.ts';

/** The export, when every file of it is what it was when the export ended; else nothing is imported. */
export async function checkedExport(folder: string, progress: Progress): Promise<Whole> {
  const manifest = readManifest(folder);
  if (!manifest) throw new Refused(`There is no export in ${folder}.`);
  const { whole } = manifest;
  if (!whole)
    throw new Refused(`The export in ${folder} is not whole. Run npm run export -- --to ${folder} to its end.`);
  const hashes: string[] = [];
  for (const [nth, { file, sha256 }] of whole.pages.entries()) {
    const own = existsSync(join(folder, file)) ? linesOf(folder, file).map(hashOf) : [];
    if (hashOfAll(own) !== sha256)
      throw new Refused(`${file} is not what the export wrote. Nothing was imported. Take another export.`);
    hashes.push(...own);
    progress.at(`checking the files: page ${nth + 1} of ${whole.pages.length}`);
    await turn();
  }
  if (hashOfAll(hashes) !== whole.sha256)
    throw new Refused(`The files in ${folder} are not those that its manifest names. Nothing was imported.`);
  return whole;
}
