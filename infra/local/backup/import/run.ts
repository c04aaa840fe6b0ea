import { runCommand, say, wantedBy } from '../../operator/command.ts';
import { withTable } from '../../operator/open-table.ts';
import type { OpenTable } from '../../operator/open-table.ts';
import { progressOn } from '../../operator/progress.ts';
import { counted } from '../kinds.ts';
import type { Whole } from '../manifest.ts';
import { USAGE, readArguments } from './arguments.ts';
import { checkedExport } from './check-export.ts';
import { writeNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { readyTable } from './target.ts';
import { compare } from './verify.ts';
import { writePages } from './write-pages.ts';

/** `npm run import`: an export into an empty table. */
const wanted = wantedBy(USAGE, readArguments);
const progress = progressOn();

async function importInto(open: OpenTable): Promise<number> {
  const whole = await checkedExport(wanted.from, progress);
  progress.end();
  const place = open.inAws ? 'AWS' : 'this machine';
  const fresh: Notes = {
    ...{ format: 1, table: wanted.table, place, of: whole.sha256, letters: wanted.letters },
    ...{ startedAt: new Date().toISOString(), made: false, pages: 0, held: 0, unread: 0 },
  };
  const begun = await readyTable(open, wanted, fresh);
  say(`Import of ${wanted.from} into ${wanted.table}, ${open.place}: ${counted(whole.counts)}`);
  const notes = await writePages(open.client, wanted, whole, begun, progress);
  progress.end();
  tellLetters(notes);
  const fine = wanted.verify ? await verified(open, whole, notes) : true;
  if (notes.unread > 0)
    say(
      `${notes.unread} records could not be read by this version. They are there as they were, and owe what they owed.`,
    );
  return fine && notes.unread === 0 ? 0 : 1;
}

function tellLetters({ held, letters }: Notes): void {
  if (letters === 'send')
    say('LETTERS: what was owed when the export was made is owed, and leaves when a desk runs on this table.');
  else if (held > 0)
    say(
      `LETTERS: ${held} were owed when the export was made. They may have gone out since, so they are HELD: ` +
        'look at those cases, and let go what must go.',
    );
}

/** Whatever is missing is written by the next run: it begins at the first page again. */
async function verified({ client }: OpenTable, whole: Whole, notes: Notes): Promise<boolean> {
  const { same, differing, missing, more } = await compare(client, wanted, whole, progress);
  progress.end();
  if (more > 0) say(`${more} items are there that the export does not have: a desk works on this table already.`);
  if (differing.length + missing.length === 0) {
    say(`Whole: ${same.toLocaleString('en-US')} items were read back, each as it should be.`);
    return true;
  }
  if (missing.length > 0) writeNotes(wanted, { ...notes, pages: 0, held: 0, unread: 0 });
  say(`NOT WHOLE: ${missing.length} items are missing, ${differing.length} differ, ${same} are the same.`);
  for (const name of [...missing, ...differing].slice(0, 10)) say(`  ${name}`);
  if (missing.length > 0) say('Run the same command again: it writes what is missing.');
  return false;
}

await runCommand(
  () => withTable({ named: wanted.table, make: true }, importInto),
  'Stopped. The same command again goes on where it was.',
);
