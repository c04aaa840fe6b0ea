import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** What a page weighs in brotli, as the network carries it: each file by itself. */
export type PageBytes = {
  /** Its address: `/en/ask/name-query/`. */
  readonly page: string;
  /** The page with all CSS and JS that it loads when it is opened. */
  readonly opened: number;
  /** The script that follows when its reader begins to fill it in, by `import()`. */
  readonly later: number;
};

export const weight = (file: string): number => brotliCompressSync(readFileSync(file)).length;
const sum = (files: Iterable<string>): number => [...new Set(files)].reduce((all, file) => all + weight(file), 0);

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** Scripts and stylesheets that a page names, all by addresses of our own. */
const namedIn = (html: string): string[] => [
  ...matches(html, /<script[^>]*\bsrc="\/([^"]+)"/g),
  ...matches(html, /<link[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*\bhref="\/([^"]+)"/g),
];

/** What a script imports, at once (`from "./x.js"`) or later (`import("./x.js")`). */
const importedAtOnce = /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g;
const importedLater = /import\(\s*["'`](\.\/[^"'`]+)["'`]/g;

function withImports(files: readonly string[], pattern: RegExp, known = new Set(files)): Set<string> {
  for (const file of files) {
    const found = matches(readFileSync(file, 'utf8'), pattern).map((path) => join(dirname(file), path));
    const fresh = found.filter((path) => !known.has(path));
    for (const path of fresh) known.add(path);
    withImports(fresh, pattern, known);
  }
  return known;
}

/** Every page of a built site with its weight. */
export function pageBytesOf(dist: string): PageBytes[] {
  const pages = readdirSync(dist, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.html'));
  return pages.sort().map((file) => {
    const named = namedIn(readFileSync(join(dist, file), 'utf8')).map((path) => join(dist, path));
    const atOnce = withImports(named, importedAtOnce);
    const all = withImports([...withImports([...atOnce], importedLater)], importedAtOnce);
    const later = [...all].filter((script) => !atOnce.has(script));
    return {
      page: `/${file}`.replace(/\/index\.html$/, '/'),
      opened: weight(join(dist, file)) + sum(atOnce),
      later: sum(later),
    };
  });
}
