import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of a page, and the hash of its file as it lies there. */
export const linesOf = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
