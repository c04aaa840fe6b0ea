import { setTimeout as pause } from 'node:timers/promises';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import { dynamoStuckRecords } from '../../../functions/aws/stuck.ts';
import { Refused, runCommand, say, wantedBy } from '../operator/command.ts';
import { withTable } from '../operator/open-table.ts';
import type { OpenTable } from '../operator/open-table.ts';
import { clock, progressOn } from '../operator/progress.ts';
import { USAGE, readArguments } from './arguments.ts';
import { awsPointInTime } from './aws-point-in-time.ts';
import { holdLetters } from './hold-letters.ts';
import { restoreTable } from './restore-table.ts';

/** `npm run restore`: the table as it was, beside the one that is. */
const wanted = wantedBy(USAGE, readArguments);
const progress = progressOn();
const time = clock();

const every = wanted.every * 1000;

async function restore({ client, table }: OpenTable): Promise<number> {
  const ports = {
    pointInTime: awsPointInTime(client, every),
    wait: () => pause(every),
    tell: (line: string) => {
      progress.end();
      say(line);
    },
    progress: (line: string) => progress.at(`${line}, ${time()}`),
  };
  await restoreTable(ports, { from: table, to: wanted.to, at: wanted.at });
  if (wanted.letters === 'send') {
    say('LETTERS: what was owed at that time stays owed, and leaves when a desk runs on this table.');
    return 0;
  }
  const stores = { cases: dynamoCaseStore(client, wanted.to), stuck: dynamoStuckRecords(client, wanted.to) };
  const { held, failed } = await holdLetters(stores, (cases) => progress.at(`holding letters: ${cases} cases`));
  progress.end();
  if (held > 0)
    say(
      `LETTERS: ${held} cases owed letters at that time. They may have gone out since, so they are HELD: look at those ` +
        'cases, and let go what must go.',
    );
  for (const reference of failed) say(`  the letters of ${reference} could not be held: look at that record first`);
  say(`${wanted.to} is ready. Nothing uses it yet: docs/operations.md, "Restoring", says how to go on.`);
  return failed.length > 0 ? 1 : 0;
}

await runCommand(async () => {
  if (!process.env['TABLE_NAME'])
    throw new Refused('TABLE_NAME names no table in AWS. On this machine, keep copies of the data folder instead.');
  // Whether there is a table to restore from, its time machine says.
  return withTable({ make: true }, restore);
}, 'Stopped. AWS goes on; the same command again finds the restore.');
