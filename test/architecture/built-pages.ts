import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../infra/local/build-site.ts';
import { unescaped } from './html.ts';

export const dist = buildSite();

/** A page of the built site: its address, and its HTML. */
export type Built = { readonly page: string; readonly html: string };

export const builtPages: readonly Built[] = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => ({
    page: `/${file}`.replace(/\/index\.html$/, '/'),
    html: readFileSync(join(dist, file), 'utf8'),
  }));

/** Twins of pages for the broker's own websites to show in a frame (embed.test.ts). */
export const framedBuilt = builtPages.filter(({ page }) => page.startsWith('/embed/'));

/** The pages that importers see by themselves. */
export const publicBuilt = builtPages.filter(({ page }) => !/^\/(desk|embed)\//.test(page));

export const htmlOf = (page: string): string => builtPages.find((built) => built.page === page)?.html ?? '';

export const mainOf = (html: string): string => /<main[^>]*>([^]*?)<\/main>/.exec(html)?.[1] ?? '';

/** Markup as its reader has it: text alone, runs of white space as one space. */
export const plain = (html: string): string =>
  unescaped(html.replace(/<(style|script|svg)\b[^]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

/** The text of an attribute of the first such tag: `attribute(html, 'link rel="canonical"', 'href')`. */
export const attribute = (html: string, tag: string, name: string): string | undefined => {
  const found = new RegExp(`<${tag}[^>]*\\b${name}="([^"]*)"`).exec(html)?.[1];
  return found === undefined ? undefined : unescaped(found);
};
