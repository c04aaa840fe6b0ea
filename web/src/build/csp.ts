import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';

/** What a page may do. A form page may run our own script files; styles are allowed by the hash of their text: nothing else runs. */
const always = ["default-src 'none'", "img-src 'self'", "base-uri 'none'"];

/**
 * Whom a page may connect to. The one that takes a number of a bank: nobody, so that not even a fault of ours could send it.
 * The others nobody either, where no script runs; but Lighthouse reads robots.txt under the page's policy, and failed without.
 */
const connections = (file: string): string =>
  `connect-src ${file.includes('/tools/routing-number/') ? "'none'" : "'self'"}`;

/** Whom it may post to. What is typed into a tool is checked where it stands. */
const posts = (file: string): string => `form-action ${file.includes('/tools/') ? "'none'" : "'self'"}`;

const hashes = (html: string) =>
  [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );

/** Data for search engines stands in a script that nothing runs; a browser asks no policy about it. */
const runs = /<script(?![^>]*\btype="application\/ld\+json")/;

export function policyOf(file: string, html: string): string {
  return [
    ...always,
    connections(file),
    posts(file),
    ...(runs.test(html) ? ["script-src 'self'"] : []),
    `style-src ${hashes(html).join(' ') || "'none'"}`,
  ].join(';');
}

const withPolicy = (file: string, html: string) =>
  html.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policyOf(file, html)}">`,
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
        await writeFile(page, withPolicy(file, await readFile(page, 'utf8')));
      }
    },
  },
};
