import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes beside and renames: a kill leaves a file as it was or as it should be, and never half of it. */
export const writeWhole = async (path: string, content: string | Buffer): Promise<void> => {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
};

/** Sweeps what a kill left half written, and gives the names of the rest. */
export const sweep = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder);
  const isHalf = (name: string): boolean => name.endsWith('.tmp');
  await Promise.all(names.filter(isHalf).map((name) => rm(join(folder, name), { force: true })));
  return names.filter((name) => !isHalf(name));
};
