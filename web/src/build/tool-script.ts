import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import type { Locale } from '#domain/requests/locale.ts';
import type { ToolName } from '../tools/tools.ts';

/** What the domain says in each language (`spelling.es.json`): a page is read in one, and loads nothing of the others. */
const inOneLanguage = (locale: Locale): Plugin => ({
  name: 'in-one-language',
  setup: (on) =>
    on.onLoad({ filter: /\.[a-z]{2}(-[A-Z][a-z]{3})?\.json$/ }, ({ path }) =>
      path.endsWith(`.${locale}.json`) ? undefined : { contents: '{}', loader: 'json' },
    ),
});

export type ToolScript = { readonly file: string; readonly code: string };

/**
 * A tool's script in one language, as one file of its own, by a name that holds its hash. Not a script of Astro's: those
 * share pieces with the forms, whose pages would then load more files and pay for tools that their readers do not open.
 */
export async function toolScript(tool: ToolName, locale: Locale): Promise<ToolScript> {
  const { outputFiles } = await build({
    // From the project's root, where the site is built.
    entryPoints: [`web/src/client/tools/${tool}.ts`],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    plugins: [inOneLanguage(locale)],
    target: ['chrome107', 'safari15'],
    // Those know \\p{L}; esbuild asks for the newest alphabets, too.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'iife',
  });
  const code = outputFiles[0]?.text ?? '';
  return { file: `${tool}-${createHash('sha256').update(code).digest('hex').slice(0, 8)}`, code };
}
