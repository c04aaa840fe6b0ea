import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import dynalite from 'dynalite';
import * as z from 'zod/mini';
import { closed, listen } from './listen.ts';
import { indexKeys, makeIndexesAnew, markStopped, stoppedProperly } from './whole-indexes.ts';

/** DynamoDB of one machine, in this process. With a folder its data survives a restart, without one it lives in memory. */
export async function startEmbeddedDynamodb(
  folder?: string,
): Promise<{ endpoint: string; close: () => Promise<void> }> {
  if (folder === undefined) return serve();
  mkdirSync(folder, { recursive: true });
  const whole = stoppedProperly(folder);
  if (!whole) await dropIndexes(folder);
  const served = await serve(folder);
  if (!whole) await makeIndexesAnew(served.endpoint);
  const close = async () => {
    await served.close();
    markStopped(folder);
  };
  return { ...served, close };
}

/** The database's own words for a folder that another process holds open; some it says where nobody can catch it. */
export const isHeldOpen = (error: unknown): boolean =>
  error instanceof Error &&
  (/database is (not open|closed)|^IO error: lock /i.test(error.message) || isHeldOpen(error.cause));

async function serve(path?: string) {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...(path !== undefined && { path }) });
  const port = await listen(server, 0);
  return { endpoint: `http://localhost:${port}`, close: () => closed(server) };
}

async function dropIndexes(folder: string): Promise<void> {
  const database = new Level(folder);
  await database.open();
  await database.clear(indexKeys);
  await database.close();
}

type Database = {
  readonly open: () => Promise<void>;
  readonly clear: (range: { readonly gte: string; readonly lt: string }) => Promise<void>;
  readonly close: () => Promise<void>;
  _open: (options: object) => Promise<void>;
};
type Databases = { new (folder: string): Database; readonly prototype: Database };

/**
 * LevelDB 1.20, which dynalite keeps its files with, forgets writes: where somebody reads while it tidies up, it keeps several
 * versions of one key, may part them into two files, and then move the newer one below the older (github.com/google/leveldb,
 * issue 320, mended in 1.21). A whole level in one file cannot part them; a larger buffer pays for the longer tidying.
 * Seen under `npm run chaos`: a letter that had been sent was owed again. Dynalite hands no options on, so they are set here;
 * `test/local/embedded-dynamodb.test.ts` notices when they do not arrive. To be left out with a classic-level on LevelDB 1.21.
 *
 * 200 MiB and no more: that LevelDB reckons ten times this size in 32 bits, and beyond them it begins a new file with every key.
 * A table larger than that on one machine may meet the fault again; it is far beyond what anybody tries by hand.
 */
const { Level } = z
  .object({ Level: z.custom<Databases>((given) => typeof given === 'function') })
  .parse(createRequire(import.meta.resolve('dynalite'))('level'));
const open = Level.prototype._open;
const MiB = 2 ** 20;
Level.prototype._open = function (this: Database, options) {
  return open.call(this, { ...options, maxFileSize: 200 * MiB, writeBufferSize: 32 * MiB });
};
