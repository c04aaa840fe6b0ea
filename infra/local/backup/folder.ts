import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../operator/command.ts';

/** Names, addresses and numbers of importers lie in it: nobody else on this machine may read them. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

export const MANIFEST = 'manifest.json';
export const PAGES = 'pages';

/** A folder for an export: a new or empty one, or the one that this export began. */
export function ownFolder(folder: string): void {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length > 0 && !there.includes(MANIFEST))
    throw new Refused(`The folder ${folder} holds something else. Name a new one, or an empty one.`);
  mkdirSync(join(folder, PAGES), { recursive: true, mode: OWNER_ONLY.folder });
  for (const one of [folder, join(folder, PAGES)]) chmodSync(one, OWNER_ONLY.folder);
}

/** Either the whole text is there under its name, or what was there before: also when the machine stops in between. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.part`;
  const open = openSync(part, 'w', OWNER_ONLY.file);
  try {
    writeFileSync(open, text);
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(part, file);
}
