import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is made, fetched or kept here and never committed (.gitignore). */
const made = ['node_modules', 'dist', '.astro', '.sst', '.local', '.git'];

/** Every file of the project below a folder, by its path from the top. */
export function filesOf(folder = ''): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (made.includes(entry.name)) return [];
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

export const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');
