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
  markdown: { ...site.markdown, processor: satteri({ mdastPlugins: [words] }) },
  vite: { ...site.vite, plugins: [...(site.vite?.plugins ?? []), texts] },
};
