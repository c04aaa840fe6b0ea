import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { bundle } from './bundle.ts';
import { environmentOf, inFolder, pairedRatio, twoTables } from './measure.ts';
import { ROUTER_SECRET, submission } from './submissions.ts';

/** Small, so that both take turns many times a second and a busy moment of the machine meets both. */
const BATCH = 20;
/** Batches that are not counted: the machine learns both handlers by heart first. */
const SKIP = 100;

const ratesSchema = z.object({ door: z.array(z.number()), bare: z.array(z.number()) });

/**
 * How much of a bare function's throughput the intake keeps: both called directly, one call at a time as in a Lambda,
 * with distinct submissions and the identical items, in turns against the same embedded DynamoDB. Medians of pairs of batches.
 */
export const warmRatioOf = (batches: number): Promise<number> =>
  inFolder(async (folder) => {
    const tables = await twoTables();
    const kind = async (name: 'door' | 'bare', entry: string) => {
      const code = join(folder, `${name}.mjs`);
      writeFileSync(code, (await bundle(entry)).code);
      return { code, environment: environmentOf(tables.endpoint, tables[name], ROUTER_SECRET) };
    };
    const plan = {
      doors: { door: await kind('door', 'functions/intake.ts'), bare: await kind('bare', 'test/bench/bare.ts') },
      batches: Array.from({ length: SKIP + batches }, (_, nth) => batchOf(nth)),
      skip: SKIP,
    };
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify(plan));
    try {
      const rates = ratesSchema.parse(await answerOf(file));
      return pairedRatio(rates.door, rates.bare);
    } finally {
      tables.close();
    }
  });

function batchOf(nth: number) {
  const submissions = Array.from({ length: BATCH }, (_, place) => submission(nth * BATCH + place));
  return { door: submissions.map(({ event }) => event), bare: submissions.map(({ item }) => item) };
}

function answerOf(plan: string): Promise<unknown> {
  const child = fork(new URL('warm-child.mjs', import.meta.url), [plan], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the warm run ended with ${String(code)}`)));
  });
}
