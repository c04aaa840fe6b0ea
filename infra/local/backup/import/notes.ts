import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { Refused } from '../../operator/command.ts';
import { writeWhole } from '../folder.ts';
import { readAs } from '../manifest.ts';
import type { Wanted } from './arguments.ts';

/** How far an import into one table is. It lies beside the export's manifest. */
const notesSchema = z.object({
  format: z.literal(1),
  table: z.string(),
  place: z.string(),
  /** The hash of the export. */
  of: z.string(),
  letters: z.enum(['hold', 'send']),
  startedAt: z.string(),
  /** The table is made by this import. */
  made: z.boolean(),
  /** Pages that are written, in the manifest's order. */
  pages: z.number(),
  held: z.number(),
  unread: z.number(),
});

export type Notes = z.infer<typeof notesSchema>;

const fileOf = ({ from, table }: Wanted): string => join(from, `import-${table}.json`);

export const writeNotes = (wanted: Wanted, notes: Notes): void =>
  writeWhole(fileOf(wanted), `${JSON.stringify(notes, null, 1)}\n`);

/** Of an import that was begun; nothing when there was none. One of another kind is refused, or half of each would be there. */
export function readNotes(wanted: Wanted, { place, of }: Pick<Notes, 'place' | 'of'>): Notes | undefined {
  const file = fileOf(wanted);
  if (!existsSync(file)) return undefined;
  const notes = readAs(notesSchema, file);
  if (notes.of === of && notes.place === place && notes.letters === wanted.letters) return notes;
  throw new Refused(
    `${file} tells of another import into ${wanted.table} (${notes.place}, --letters ${notes.letters}). ` +
      'Go on with that one, or name another table.',
  );
}
