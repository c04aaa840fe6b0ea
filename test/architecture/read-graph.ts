import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { build } from 'esbuild';
import type { Metafile, Plugin } from 'esbuild';
import ts from 'typescript';
import { filesOf, root } from './files.ts';
import type { Edge } from './graph.ts';

/** A page's imports stand in its frontmatter; its scripts are imports too. The rest of it is markup. */
function importsOfPage(source: string): string {
  const [, frontmatter = ''] = /^---\n([^]*?)\n---/.exec(source) ?? [];
  const scripts = [...source.matchAll(/<script[^>]*\ssrc="(\.[^"]+)"/g)].map(([, path = '']) => `import '${path}';`);
  const inline = [...source.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => code);
  return [frontmatter, ...scripts, ...inline].join('\n');
}

const pages: Plugin = {
  name: 'pages',
  setup(build) {
    build.onLoad({ filter: /\.astro$/ }, ({ path }) => ({
      contents: importsOfPage(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
    // A file that a page takes as text, such as a script that it hands on.
    build.onLoad({ filter: /\.ts$/ }, ({ path, suffix }) =>
      suffix === '?raw' ? { contents: readFileSync(path, 'utf8'), loader: 'text' } : undefined,
    );
  },
};

const isCode = (file: string) => /\.(tsx?|astro)$/.test(file) && !file.endsWith('.d.ts');

/** The code that the rules are about. Tests import what they like. */
export const sources = (): string[] =>
  ['functions', 'web', 'infra'].flatMap(filesOf).filter(isCode).concat('broker.config.ts', 'sst.config.ts');

/** Every import of the project as the bundler resolved it. */
async function whatRuns(entryPoints: readonly string[]): Promise<Edge[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    bundle: true,
    packages: 'external',
    external: ['virtual:*'],
    platform: 'node',
    format: 'esm',
    loader: { '.css': 'empty' },
    // Without this, an import that only a page's markup uses would be dropped.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    plugins: [pages],
    metafile: true,
    write: false,
    outdir: 'out',
    logLevel: 'silent',
  });
  return edgesOf(metafile);
}

const edgesOf = ({ inputs }: Metafile): Edge[] =>
  Object.entries(inputs).flatMap(([from, { imports }]) =>
    imports.map(({ path, external }) => ({ from, to: external ? named(path) : path, how: 'runs' }) as const),
  );

const named = (specifier: string) => (/^(node|virtual):/.test(specifier) ? specifier : `package:${specifier}`);

/** Every import as it is written, those of types too, which no bundler sees. */
const whatIsWritten = (files: readonly string[]): Edge[] =>
  files.flatMap((from) => {
    const source = readFileSync(`${root}${from}`, 'utf8');
    const { importedFiles } = ts.preProcessFile(from.endsWith('.astro') ? importsOfPage(source) : source);
    return importedFiles.map(({ fileName }) => ({ from, to: resolved(from, fileName), how: 'types' }) as const);
  });

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  const [, folder, rest = ''] = /^#(\w+)\/(.*)$/.exec(specifier) ?? [];
  if (folder === undefined) return named(specifier);
  return folder === 'test' ? `test/${rest}` : `functions/${folder}/${rest}`;
}

export async function readGraph(): Promise<Edge[]> {
  const files = sources();
  return [...(await whatRuns(files)), ...whatIsWritten(files)];
}
