import site from '../../../web/astro.config.ts';
import { isText, pseudo, pseudoJson } from './pseudo.ts';

/** Text files as the bundler reads them. */
const texts = {
  name: 'pseudo-locale',
  enforce: 'pre',
  transform: (code: string, id: string) => (isText(id) ? pseudoJson(code) : undefined),
} as const;

type Node = { type: string; value?: string; children?: Node[] };

/** The words of guides and results; their titles and summaries stand in front matter, which no plugin sees. */
function markdown() {
  const walk = (node: Node): void => {
    if (node.type === 'text' && node.value !== undefined) node.value = pseudo(node.value);
    node.children?.forEach(walk);
  };
  return walk;
}

export default {
  ...site,
  markdown: { ...site.markdown, remarkPlugins: [markdown] },
  vite: { ...site.vite, plugins: [...(site.vite?.plugins ?? []), texts] },
};
