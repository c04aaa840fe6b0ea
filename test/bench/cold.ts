import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from './bundle.ts';
import { environmentOf, median, twoTables } from './measure.ts';
import { ROUTER_SECRET, submission } from './submissions.ts';

const child = fileURLToPath(new URL('cold-child.mjs', import.meta.url));
const run = promisify(execFile);

/** Milliseconds: `work` is import plus first request, `wall` and `cpu` count from the start of the process. */
type Measure = 'work' | 'wall' | 'cpu';
type Run = Readonly<Record<Measure, number>>;
export type Ratios = Readonly<Record<Measure, number>>;

/** How much a cold intake costs, as multiples of a bare function that puts the identical item: medians of interleaved spawns. */
export async function coldRatios(spawns: number): Promise<Ratios> {
  const folder = mkdtempSync(join(tmpdir(), 'importer-desk-cold-'));
  const tables = await twoTables();
  const kinds = {
    door: await kind(folder, 'functions/intake.ts', environmentOf(tables.endpoint, tables.door, ROUTER_SECRET)),
    bare: await kind(folder, 'test/bench/bare.ts', environmentOf(tables.endpoint, tables.bare, ROUTER_SECRET)),
  };
  const runs: { door: Run[]; bare: Run[] } = { door: [], bare: [] };
  try {
    // The first pair warms the machine's file cache and is not counted.
    for (let nth = 0; nth <= spawns; nth += 1) {
      const { event, item } = submission(nth);
      const once = { door: () => kinds.door(event), bare: () => kinds.bare(item) };
      for (const name of nth % 2 ? (['door', 'bare'] as const) : (['bare', 'door'] as const)) {
        const done = await once[name]();
        if (nth > 0) runs[name].push(done);
      }
    }
  } finally {
    tables.close();
    rmSync(folder, { recursive: true });
  }
  const ratio = (of: Measure) => median(runs.door.map((one) => one[of])) / median(runs.bare.map((one) => one[of]));
  return { work: ratio('work'), wall: ratio('wall'), cpu: ratio('cpu') };
}

async function kind(folder: string, entry: string, environment: Readonly<Record<string, string>>) {
  const name = entry.replace(/\W/g, '-');
  const code = join(folder, `${name}.mjs`);
  const input = join(folder, `${name}.json`);
  writeFileSync(code, (await bundle(entry)).code);
  return async (given: unknown): Promise<Run> => {
    writeFileSync(input, JSON.stringify(given));
    const { stdout } = await run(process.execPath, [child, code, input], { env: { ...environment } });
    return runOf(stdout.trim().split('\n').at(-1) ?? '');
  };
}

function runOf(line: string): Run {
  const said: unknown = JSON.parse(line);
  if (typeof said !== 'object' || said === null) throw new Error(`a spawn said ${line}`);
  const number = (name: string) => Number(new Map<string, unknown>(Object.entries(said)).get(name));
  if (number('statusCode') !== 201) throw new Error(`a spawn was answered ${line}`);
  return { work: number('work'), wall: number('wall'), cpu: number('cpu') };
}
