import { Refused, say } from '../../operator/command.ts';
import type { OpenTable } from '../../operator/open-table.ts';
import { described, settleTable } from '../../operator/table-settings.ts';
import { ensureTable } from '../../table.ts';
import type { Wanted } from './arguments.ts';
import { foundIn } from './empty.ts';
import { readNotes, writeNotes } from './notes.ts';
import type { Notes } from './notes.ts';

/**
 * Sees to the table that is written to: made when it is not there, refused when it holds something that this import did not
 * bring. Gives the notes to go on by: of a table that was deleted meanwhile, they begin anew.
 */
export async function readyTable({ client, table, inAws }: OpenTable, wanted: Wanted, fresh: Notes): Promise<Notes> {
  const there = (await described(client, table)) !== undefined;
  const begun = readNotes(wanted, fresh);
  const found = there && !begun ? await foundIn(client, table) : undefined;
  if (found !== undefined)
    throw new Refused(`The table ${table} is not empty: it holds a ${found.toLowerCase()}. Name an empty one.`);
  const notes = there ? (begun ?? fresh) : { ...fresh, made: true };
  writeNotes(wanted, notes);
  if (notes.made && notes.pages === 0) {
    say(`The table ${table} was not there: it is made.`);
    await ensureTable(client, table);
    if (inAws) await settleTable(client, table, (what) => say(`  ${what}`));
  }
  return notes;
}
