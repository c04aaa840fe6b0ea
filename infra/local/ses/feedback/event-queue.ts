import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseJson } from '../read-mail.ts';
import { sweep, writeWhole } from '../whole-files.ts';

const waitingSchema = z.object({
  messageId: z.uuid(),
  body: z.string(),
  region: z.string(),
  /** In milliseconds, like all times here. */
  sentAt: z.number(),
  /** It is not handed out before. */
  dueAt: z.number(),
  receives: z.number(),
  firstReceivedAt: z.optional(z.number()),
});

export type Waiting = z.infer<typeof waitingSchema>;

/** The queue between SES and the door: nothing leaves it but what was done, or what was tried too often. */
export interface EventQueue {
  add(body: string, region: string, dueAt: number): Promise<void>;
  /** The first few that are due. Each receive is counted before it is handed out, or a kill would try one for ever. */
  receive(limit: number): Promise<Waiting[]>;
  done(one: Waiting): Promise<void>;
  again(one: Waiting, dueAt: number): Promise<void>;
  /** Puts it aside, where nothing is lost. */
  bury(one: Waiting): Promise<void>;
  /** Takes back all that was put aside, as new; says how many. */
  redrive(): Promise<number>;
  size(): number;
  dead(): Promise<number>;
}

/** One JSON file each, and one folder for what was put aside; after a kill all of it is there again. */
export const openEventQueue = async (folder: string): Promise<EventQueue> => {
  const graves = join(folder, 'dead');
  await mkdir(graves, { recursive: true });
  const read = await Promise.all((await sweep(folder)).map((name) => readWaiting(join(folder, name))));
  const waiting = new Map(read.flatMap((one) => (one ? [[one.messageId, one] as const] : [])));

  const path = ({ messageId }: Waiting, inside = folder) => join(inside, `${messageId}.json`);
  const keep = async (one: Waiting, inside = folder): Promise<Waiting> => {
    await writeWhole(path(one, inside), JSON.stringify(one));
    if (inside === folder) waiting.set(one.messageId, one);
    return one;
  };

  return {
    add: async (body, region, dueAt) => {
      await keep({ messageId: randomUUID(), body, region, sentAt: Date.now(), dueAt, receives: 0 });
    },
    receive: (limit) => {
      const now = Date.now();
      const due = [...waiting.values()].filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
      const counted = due
        .slice(0, limit)
        .map((one) => ({ ...one, receives: one.receives + 1, firstReceivedAt: one.firstReceivedAt ?? now }));
      return Promise.all(counted.map((one) => keep(one)));
    },
    done: async (one) => {
      waiting.delete(one.messageId);
      await rm(path(one), { force: true });
    },
    again: async (one, dueAt) => {
      await keep({ ...one, dueAt });
    },
    bury: async (one) => {
      waiting.delete(one.messageId);
      await rename(path(one), path(one, graves));
    },
    redrive: async () => {
      await sweep(graves);
      const dead = await Promise.all((await namesOf(graves)).map((name) => readWaiting(join(graves, name))));
      const found = dead.filter((one) => one !== undefined);
      await Promise.all(
        found.map(async ({ firstReceivedAt: _, ...one }) => {
          const fresh = await keep({ ...one, receives: 0, dueAt: Date.now() }, graves);
          await rename(path(fresh, graves), path(fresh));
          waiting.set(fresh.messageId, fresh);
        }),
      );
      return found.length;
    },
    size: () => waiting.size,
    dead: async () => (await namesOf(graves)).length,
  };
};

const namesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.json'));

/** Nothing for a file that this queue did not write; it stays where it is. */
const readWaiting = async (path: string): Promise<Waiting | undefined> => {
  if (!path.endsWith('.json')) return undefined;
  const read = waitingSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  return read.success ? read.data : undefined;
};
