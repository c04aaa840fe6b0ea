import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import site from '../../../web/astro.config.ts';
import { isText, pseudo, pseudoJson } from './pseudo.ts';

type MdastPlugin = Exclude<
  NonNullable<SatteriProcessorOptions['mdastPlugins']>[number],
  readonly unknown[] | ((...given: never) => unknown) | false | null | undefined
>;

/** Text files as the bundler reads them. */
const texts = {
  name: 'pseudo-locale',
  enforce: 'pre',
  transform: (code: string, id: string) => (isText(id) ? pseudoJson(code) : undefined),
} as const;

/** The words of guides and results; their titles and summaries stand in front matter, which no plugin sees. */
const words: MdastPlugin = {
  name: 'pseudo-locale',
  text: (node, on) => on.replaceNode(node, { type: 'text', value: pseudo(node.value) }),
};

export default {
  ...site,
  // Astro keeps what it has read of Markdown: in a folder of its own, or the site itself would be built of these words.
  cacheDir: mkdtempSync(join(tmpdir(), 'importer-desk-pseudo-cache-')),
  markdown: { ...site.markdown, processor: satteri({ mdastPlugins: [words] }) },
  vite: { ...site.vite, plugins: [...(site.vite?.plugins ?? []), texts] },
};
