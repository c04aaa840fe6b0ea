import { runCommand, say, wantedBy } from '../../operator/command.ts';
import { withTable } from '../../operator/open-table.ts';
import { progressOn } from '../../operator/progress.ts';
import { counted, leftOut } from '../kinds.ts';
import type { Whole } from '../manifest.ts';
import { USAGE, readArguments } from './arguments.ts';
import { readTable } from './export-table.ts';
import { seal } from './seal.ts';

/** `npm run export`: all that must be kept, in files. */
const wanted = wantedBy(USAGE, readArguments);
const progress = progressOn();

function report({ items, counts, leftOut: left, sha256 }: Whole): void {
  say(`Whole: ${items.toLocaleString('en-US')} items in ${wanted.to}`);
  say(`  ${counted(counts)}`);
  say(`  SHA-256 ${sha256}`);
  for (const [kind, number] of Object.entries(left))
    say(`  left out: ${kind.toLowerCase()} ${number} (${leftOut[kind] ?? ''})`);
}

await runCommand(
  () =>
    withTable({}, async (open) => {
      say(`Export of ${open.place} to ${wanted.to}`);
      const manifest = await readTable(open, wanted, progress);
      const whole = manifest.whole ?? (await seal(wanted.to, manifest, progress));
      progress.end();
      report(whole);
      return 0;
    }),
  'Stopped. The same command again goes on where it was.',
);
