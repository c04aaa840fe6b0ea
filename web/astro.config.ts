import { defineConfig } from 'astro/config';
import { broker } from '../broker.config.ts';
import { brokerProblems } from '../functions/domain/broker/problems.ts';
import { contentSecurityPolicy } from './src/build/csp.ts';
import { colourNotes } from './src/brand/notes.ts';
import { embedPages } from './src/build/embed-pages.ts';
import { paletteCss } from './src/brand/palette.ts';

const problems = brokerProblems(broker);
if (problems.length > 0) {
  console.error(`The site was not built. Please mend:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  process.exit(1);
}

for (const note of colourNotes(broker.colours)) console.warn(note);

/** The broker's colours as a stylesheet that pages import like a file: so no page needs an inline style of its own. */
const brandColours = {
  name: 'brand-colours',
  resolveId: (id: string) => (id === 'virtual:palette.css' ? id : undefined),
  load: (id: string) => (id === 'virtual:palette.css' ? paletteCss(broker.colours) : undefined),
};

/** Vite wraps `import()` in 600 bytes that preload what our one late script does not have. */
const plainImport = {
  name: 'plain-import',
  enforce: 'pre',
  load: (id: string) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
} as const;

/** One static page per request type and language, everything a page needs inside it: one request, one brotli stream. */
export default defineConfig({
  site: `https://${broker.siteDomain}`,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'always' },
  integrations: [embedPages, contentSecurityPolicy],
  vite: {
    plugins: [brandColours, plainImport],
    build: { modulePreload: false, target: 'es2022', cssTarget: ['chrome107', 'safari15'] },
  },
});
