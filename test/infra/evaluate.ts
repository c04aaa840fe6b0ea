/**
 * Evaluates the real sst.config.ts with SST's real components, while Pulumi's mocks stand in for AWS (program.mjs): no engine, no
 * account, no network. It does what SST's own command does around a program: builds it, tells it who it is, and builds the doors.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import * as z from 'zod';
import type { Broker } from '../../functions/domain/broker/broker.ts';
import { Stack } from './stack.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = join(root, '.sst');
const platform = join(work, 'platform');

const App = z.object({
  name: z.string(),
  removal: z.string(),
  protect: z.boolean(),
  providers: z.object({ aws: z.object({ region: z.string() }) }),
});
const Evaluated = z.object({
  errors: z.array(z.string()),
  outputs: z.record(z.string(), z.unknown()),
  resources: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      inputs: z.record(z.string(), z.unknown()),
      retainOnDelete: z.boolean(),
    }),
  ),
});
const Provider = z.array(z.object({ alias: z.string(), package: z.string() }));
const Call = z.object({ method: z.string(), params: z.array(z.unknown()) });
const Door = z.object({ functionID: z.string(), handler: z.string() });

/** The same configuration with some of the broker's answers changed. */
const brokerWith = (changes: Partial<Broker>): Plugin => ({
  name: 'broker',
  setup(esbuild) {
    esbuild.onLoad({ filter: /[/\\]broker\.config\.ts$/ }, ({ path }) => ({
      loader: 'ts',
      contents: `${readFileSync(path, 'utf8').replace('export const broker:', 'const original:')}
        export const broker = { ...original, ...${JSON.stringify(changes)} };`,
    }));
  },
});

/** The same stack after a loss: some stages use a table that was restored. */
const restoredTables = (tables: Readonly<Record<string, string>>): Plugin => ({
  name: 'restored-table',
  setup(esbuild) {
    const contents = `export const restoredTables = ${JSON.stringify(tables)};`;
    esbuild.onLoad({ filter: /[/\\]restored-table\.ts$/ }, () => ({ loader: 'ts', contents }));
  },
});

type Changes = {
  readonly broker?: Partial<Broker>;
  readonly environment?: Record<string, string>;
  readonly restored?: Readonly<Record<string, string>>;
};

const common = { bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' } as const;

/** What `app()` says for a stage; throws what it throws. */
export async function app(stage: string, changes: Partial<Broker> = {}) {
  const outfile = join(work, `app.${stage}.${process.pid}.mjs`);
  try {
    await build({
      ...common,
      outfile,
      plugins: [brokerWith(changes)],
      external: ['./infra/*'],
      banner: { js: 'const $config = (config) => config;' },
      stdin: {
        resolveDir: root,
        contents: `import config from './sst.config.ts';
          console.log(JSON.stringify(await config.app({ stage: ${JSON.stringify(stage)} })));`,
      },
    });
    const { output, code } = await node(outfile);
    if (code !== 0) throw new Error(output);
    return { ...App.parse(JSON.parse(output)), stage };
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** The whole stack of a stage. `environment` is what the deployer would have set. */
export async function evaluate(
  stage: string,
  { broker = {}, environment = {}, restored = {} }: Changes = {},
): Promise<Stack> {
  // Quick when it is there; fetches it on a fresh clone.
  execFileSync(process.execPath, [join(root, 'infra/local/sst-install.mjs')]);
  const described = await app(stage, broker);
  const program = join(platform, `stack.${stage}.${process.pid}.mjs`);
  const outfile = join(work, `stack.${stage}.${process.pid}.json`);
  const sst = await answerSst(broker);
  const cleanSite = ensureSite();
  try {
    await bundle(program, described, [brokerWith(broker), restoredTables(restored)], outfile);
    const { output } = await node(program, { ...environment, SST_SERVER: sst.url });
    if (!existsSync(outfile)) throw new Error(`the stack could not be evaluated:\n${output}`);
    return new Stack({
      ...Evaluated.parse(JSON.parse(readFileSync(outfile, 'utf8'))),
      app: described,
      said: output,
    });
  } finally {
    sst.close();
    cleanSite();
    rmSync(program, { force: true });
    rmSync(outfile, { force: true });
  }
}

async function bundle(program: string, described: object, plugins: Plugin[], outfile: string) {
  const providers = Provider.parse(JSON.parse(readFileSync(join(work, 'provider-lock.json'), 'utf8')));
  const cli = {
    command: 'deploy',
    dev: false,
    rpc: '',
    paths: { home: join(work, 'home'), root, work, platform },
    state: { version: {} },
  };
  await build({
    ...common,
    outfile: program,
    plugins,
    packages: 'external',
    keepNames: true,
    sourcemap: 'inline',
    inject: [join(platform, 'src/shim/run.js')],
    banner: { js: commonJs },
    define: { $app: JSON.stringify(described), $cli: JSON.stringify(cli), $dev: 'false' },
    stdin: {
      resolveDir: root,
      contents: `
        ${providers.map((one) => `import * as ${one.alias} from '${one.package}';`).join('\n')}
        import * as sst from './.sst/platform/src/components';
        import { run } from './.sst/platform/src/auto/run.ts';
        import { evaluate } from './test/infra/program.mjs';
        import config from './sst.config.ts';
        Object.assign(globalThis, { sst, ${providers.map((one) => one.alias).join(', ')} });
        await evaluate({ app: $app, run, program: config.run, outfile: ${JSON.stringify(outfile)} });`,
    },
  });
}

/** SST's sources were written for both module systems. */
const commonJs = `import { createRequire } from 'node:module'; import { fileURLToPath as toPath } from 'node:url';
const require = createRequire(import.meta.url), __filename = toPath(import.meta.url), __dirname = toPath(new URL('.', import.meta.url));`;

/** SST's components ask their command for a few things over a local address. */
async function answerSst(broker: Partial<Broker>) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, params } = Call.parse(JSON.parse(Buffer.concat(chunks).toString()));
      answer(method, params[0], broker).then(
        (result) => response.end(JSON.stringify({ result })),
        (error: unknown) => response.end(JSON.stringify({ error: String(error) })),
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no local address');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

async function answer(method: string, input: unknown, broker: Partial<Broker>): Promise<object> {
  switch (method) {
    case 'Runtime.Build':
      return buildDoor(Door.parse(input), broker);
    case 'Runtime.AddTarget':
      return {};
    case 'Provider.Aws.Bootstrap':
      return { asset: 'assets', assetEcrRegistryId: '0', assetEcrUrl: 'assets', state: 'state' };
    case 'Provider.Aws.Appsync':
      return { http: 'none', realtime: 'none' };
    default:
      throw new Error(`SST asked for ${method}, which nobody answers here`);
  }
}

/** Bundles a door as SST does. A door that is not written yet is an empty one: the stack around it can be judged all the same. */
async function buildDoor({ functionID, handler }: z.infer<typeof Door>, broker: Partial<Broker>) {
  const source = join(root, handler.replace(/\.\w+$/, '.ts'));
  const out = join(work, 'artifacts', `${functionID}-test`);
  mkdirSync(out, { recursive: true });
  const input = existsSync(source)
    ? { entryPoints: [source] }
    : { stdin: { contents: 'export const handler = () => undefined;' } };
  await build({
    ...common,
    ...input,
    plugins: [brokerWith(broker)],
    outfile: join(out, 'bundle.mjs'),
    minify: true,
    banner: { js: commonJs },
  });
  return { handler: 'bundle.handler', out, errors: [], sourcemaps: [] };
}

/** The site's files are uploaded, not built, by the stack: where nobody has built it, a stand-in page is put there and taken away. */
function ensureSite() {
  const page = join(root, 'web/dist/index.html');
  if (existsSync(page)) return () => undefined;
  const standIn = '<!-- stand-in of test/infra -->';
  mkdirSync(join(root, 'web/dist'), { recursive: true });
  writeFileSync(page, standIn);
  return () => {
    if (existsSync(page) && readFileSync(page, 'utf8') === standIn) rmSync(page);
  };
}

async function node(file: string, environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { output, code };
}
