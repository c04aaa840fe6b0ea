import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Refused } from '../operator/command.ts';
import { MANIFEST, PAGES, writeWhole } from './folder.ts';

const text = z.object({ S: z.string() });
const counts = z.record(z.string(), z.number());

/** One of the parts that are read side by side: how many pages of it are in files, and where its next one begins. */
const segment = z.object({
  pages: z.number(),
  items: z.number(),
  leftOut: counts,
  next: z.optional(z.object({ pk: text, sk: text })),
  done: z.boolean(),
});

/** An export: where it comes from, how far it is, and, once it is whole, what is in it and how to know it again. */
const manifestSchema = z.object({
  format: z.literal(1),
  table: z.string(),
  place: z.string(),
  startedAt: z.string(),
  segments: z.array(segment),
  whole: z.optional(
    z.object({
      finishedAt: z.string(),
      items: z.number(),
      counts,
      leftOut: counts,
      /** SHA-256 over the sorted SHA-256s of all lines. */
      sha256: z.string(),
      pages: z.array(z.object({ file: z.string(), items: z.number(), sha256: z.string() })),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Segment = Manifest['segments'][number];
export type Whole = NonNullable<Manifest['whole']>;

export function readManifest(folder: string): Manifest | undefined {
  const file = join(folder, MANIFEST);
  return existsSync(file) ? readAs(manifestSchema, file) : undefined;
}

export const writeManifest = (folder: string, manifest: Manifest): void =>
  writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);

/** By part and number, so that a page that was written twice has one file. */
export const pageFile = (nth: number, page: number): string => `${PAGES}/${nth}-${String(page).padStart(6, '0')}.jsonl`;

/** Our own notes in a folder, or nothing that can be gone on with. */
export function readAs<T>(schema: z.ZodMiniType<T>, file: string): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Refused(`The file ${file} is not what this command wrote. Begin anew in another folder.`);
  }
}
