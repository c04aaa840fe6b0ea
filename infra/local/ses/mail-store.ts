import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Became, Mail } from './mail.ts';
import { openMail, readMail, sealMail } from './read-mail.ts';
import { sweep, writeWhole } from './whole-files.ts';

export interface KeptMail {
  source: string;
  recipients: readonly string[];
  raw: Buffer;
  became?: Became | undefined;
}

export interface MailStore {
  /** A fresh id, rising with time, so that file names sort by arrival even within one millisecond. */
  nextId(): string;
  keep(id: string, mail: KeptMail): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<Mail[]>;
  find(id: string): Promise<Mail | undefined>;
  raw(id: string): Promise<Buffer | undefined>;
  clear(): Promise<void>;
  size(): number;
  /** Another value after every change, and after every start. */
  revision(): string;
}

/** Mail as `.eml` files in one folder; what was there before is there again after a restart, even after a kill. */
export const openMailStore = async (folder: string): Promise<MailStore> => {
  await mkdir(folder, { recursive: true });
  const names = await sweep(folder);

  const ids = new Set(
    names
      .filter((name) => name.endsWith('.eml'))
      .map((name) => name.slice(0, -4))
      .sort(),
  );
  const parsed = new Map<string, Promise<Mail | undefined>>();
  const path = (id: string) => join(folder, `${id}.eml`);
  const opened = randomUUID();
  let changes = 0;
  let lastStamp = Math.max(0, ...[...ids].map(stampOf));

  const find = async (id: string): Promise<Mail | undefined> => {
    if (!ids.has(id)) return undefined;
    const mail =
      parsed.get(id) ??
      readFile(path(id)).then(
        (file) => readMail(id, file),
        () => undefined,
      );
    parsed.set(id, mail);
    return mail;
  };

  return {
    nextId: () => {
      lastStamp = Math.max(Date.now(), lastStamp + 1);
      return `${lastStamp.toString(16).padStart(16, '0')}-${randomUUID()}-000000`;
    },
    keep: async (id, { source, recipients, raw, became }) => {
      const envelope = { receivedAt: new Date().toISOString(), source, recipients: [...recipients], became };
      await writeWhole(path(id), sealMail(envelope, raw));
      ids.add(id);
      changes += 1;
    },
    list: async (limit) => {
      const newest = [...ids].sort().reverse().slice(0, limit);
      const mails = await Promise.all(newest.map(find));
      return mails.filter((mail) => mail !== undefined);
    },
    find,
    raw: async (id) => (ids.has(id) ? openMail(await readFile(path(id)))?.raw : undefined),
    clear: async () => {
      const gone = [...ids];
      ids.clear();
      changes += 1;
      parsed.clear();
      await Promise.all(gone.map((id) => rm(path(id), { force: true })));
    },
    size: () => ids.size,
    revision: () => `${opened}-${changes}`,
  };
};

/** A foreign file name gives no number, and must not hold the clock. */
const stampOf = (id: string): number => Number.parseInt(id.slice(0, 16), 16) || 0;
