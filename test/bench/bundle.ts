import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What an ES module lacks and code that was CommonJS asks for. SST puts the same names before every bundle. */
const commonJsNames = `import { createRequire } from 'node:module';
const require = createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;

/** How SST 4 bundles a function that says nothing else (sst/sst, pkg/runtime/node/build.go, read 2026-11). */
const asSst = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'esnext',
  mainFields: ['module', 'main'],
  keepNames: true,
  minify: true,
  banner: { js: commonJsNames },
  logLevel: 'silent',
} as const satisfies BuildOptions;

export type Bundle = {
  readonly code: Uint8Array;
  /** Every file that the bundler read, with what it imports. */
  readonly inputs: Metafile['inputs'];
  /** Bytes that each file left in the code, after what nobody uses was dropped. */
  readonly bytes: Readonly<Record<string, number>>;
};

/** A file of the project bundled as the cloud gets it: the code, and the bundler's own graph of what went in. */
export async function bundle(entry: string): Promise<Bundle> {
  const made = await build({ ...asSst, entryPoints: [entry], write: false, outdir: 'out', metafile: true });
  const [code] = made.outputFiles;
  const [output] = Object.values(made.metafile.outputs);
  if (!code || !output) throw new Error(`nothing came of bundling ${entry}`);
  const bytes = Object.entries(output.inputs).map(([file, { bytesInOutput }]) => [file, bytesInOutput] as const);
  return { code: code.contents, inputs: made.metafile.inputs, bytes: Object.fromEntries(bytes) };
}

const ofSdk = /^node_modules\/(@aws|@aws-sdk|@smithy|bowser|mnemonist|obliterator)\//;

/** The bytes of a door's code: all, and without what the AWS SDK brings. */
export function bytesOf({ code, bytes }: Bundle): { readonly all: number; readonly besideSdk: number } {
  const others = Object.entries(bytes).filter(([file]) => !ofSdk.test(file));
  return { all: code.length, besideSdk: others.reduce((sum, [, count]) => sum + count, 0) };
}
