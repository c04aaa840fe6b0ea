import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';

/** What a page may do. A form page may run our own script files; styles are allowed by the hash of their text: nothing else runs. */
const always = [
  "default-src 'none'",
  "img-src 'self'",
  // Where no script runs nobody can use it, but Lighthouse reads robots.txt under the page's policy, and failed without.
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

const hashes = (html: string) =>
  [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );

/** Data for search engines stands in a script that nothing runs; a browser asks no policy about it. */
const runs = /<script(?![^>]*\btype="application\/ld\+json")/;

export function policyOf(html: string): string {
  return [
    ...always,
    ...(runs.test(html) ? ["script-src 'self'"] : []),
    `style-src ${hashes(html).join(' ') || "'none'"}`,
  ].join(';');
}

const withPolicy = (html: string) =>
  html.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policyOf(html)}">`,
  );

/**
 * Astro's own `security.csp` adds the hashes of all its runtime scripts to every page, used or not, and `'self'` with
 * them. This writes only what a page holds: stricter, and 300 bytes less in each.
 */
export const contentSecurityPolicy = {
  name: 'content-security-policy',
  hooks: {
    'astro:build:done': async ({ dir }: { readonly dir: URL }) => {
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((name) => name.endsWith('.html'))) {
        const page = new URL(file, dir);
        await writeFile(page, withPolicy(await readFile(page, 'utf8')));
      }
    },
  },
};
