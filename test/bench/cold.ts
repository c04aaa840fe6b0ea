import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { bundle } from './bundle.ts';
import { environmentOf, inFolder, pairedRatio, twoTables } from './measure.ts';
import { ROUTER_SECRET, submission } from './submissions.ts';

const child = fileURLToPath(new URL('cold-child.mjs', import.meta.url));
const run = promisify(execFile);

/** Milliseconds: `work` is import plus first request, `wall` and `cpu` count from the start of the process. */
type Measure = 'work' | 'wall' | 'cpu';
type Run = Readonly<Record<Measure, number>>;
export type Ratios = Readonly<Record<Measure, number>>;

/** How much a cold intake costs, as multiples of a bare function that puts the identical item: medians of interleaved pairs of spawns. */
export const coldRatiosOf = (spawns: number): Promise<Ratios> =>
  inFolder(async (folder) => {
    const tables = await twoTables();
    try {
      const kinds = {
        door: await kind(folder, 'functions/intake.ts', environmentOf(tables.endpoint, tables.door, ROUTER_SECRET)),
        bare: await kind(folder, 'test/bench/bare.ts', environmentOf(tables.endpoint, tables.bare, ROUTER_SECRET)),
      };
      const runs = await interleaved(kinds, spawns);
      const ratio = (of: Measure) =>
        pairedRatio(
          runs.door.map((one) => one[of]),
          runs.bare.map((one) => one[of]),
        );
      return { work: ratio('work'), wall: ratio('wall'), cpu: ratio('cpu') };
    } finally {
      tables.close();
    }
  });

type Kinds = Readonly<Record<'door' | 'bare', (given: unknown) => Promise<Run>>>;

async function interleaved(kinds: Kinds, spawns: number) {
  const runs: { door: Run[]; bare: Run[] } = { door: [], bare: [] };
  // The first pair warms the machine's file cache and is not counted.
  for (let nth = 0; nth <= spawns; nth += 1) {
    const { event, item } = submission(nth);
    for (const name of nth % 2 ? (['door', 'bare'] as const) : (['bare', 'door'] as const)) {
      const done = await kinds[name](name === 'door' ? event : item);
      if (nth > 0) runs[name].push(done);
    }
  }
  return runs;
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

const runSchema = z.object({ statusCode: z.literal(201), work: z.number(), wall: z.number(), cpu: z.number() });

const runOf = (line: string): Run => runSchema.parse(JSON.parse(line));
