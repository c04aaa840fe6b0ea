import { setTimeout as pause } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { broker } from '../../../broker.config.ts';
import { dynamoCaseStore } from '../../../functions/aws/case-store.ts';
import { dynamoPutAside } from '../../../functions/aws/put-aside.ts';
import { dynamoStuckRecords } from '../../../functions/aws/stuck.ts';
import { runCommand, say, wantedBy } from '../operator/command.ts';
import { withTable } from '../operator/open-table.ts';
import type { OpenTable } from '../operator/open-table.ts';
import { progressOn } from '../operator/progress.ts';
import { USAGE, readArguments } from './arguments.ts';
import { awsDeadQueues } from './aws-dead-queues.ts';
import { redriveInbox } from './redrive-inbox.ts';
import { redriveQueues } from './redrive-queues.ts';
import type { QueueEnd } from './redrive-queues.ts';
import { oweParkedAgain, retryAllStuck } from './redrive-table.ts';

/** `npm run redrive`: what is stuck goes again. */
const wanted = wantedBy(USAGE, readArguments);
const progress = progressOn();
const ASKED_EVERY_MS = 2000;

async function redriveTable({ client, table }: OpenTable): Promise<QueueEnd[]> {
  const stuck = await retryAllStuck(dynamoStuckRecords(client, table), (n) => progress.at(`records: ${n}`));
  const aside = dynamoPutAside(client, table);
  const parkedCases = (most: number) => aside.parked(most);
  const ports = { cases: dynamoCaseStore(client, table), parked: parkedCases, now: () => new Date() };
  const parked = await oweParkedAgain(ports, wanted.parked, (n) => progress.at(`cases with letters given up: ${n}`));
  const stays = parked.found > parked.again && !wanted.parked ? { says: 'look at them at the desk, or: --parked' } : {};
  return [
    { name: 'records that were set aside', ...stuck },
    { name: 'cases with letters given up', ...parked, ...stays },
  ];
}

const queuesInAws = () =>
  redriveQueues(
    {
      queues: awsDeadQueues(new SQSClient({ region: process.env['AWS_REGION'] || broker.region }), wanted.stage),
      wait: () => pause(ASKED_EVERY_MS),
      progress: (line) => progress.at(line),
    },
    wanted.purge,
  );

function report(ends: readonly QueueEnd[]): number {
  progress.end();
  say(`${''.padEnd(30)}${'found'.padStart(8)}${'again'.padStart(8)}${'stay'.padStart(8)}`);
  for (const { name, found, again, says } of ends)
    say(
      [name.padEnd(30), ...[found, again, found - again].map((n) => String(n).padStart(8)), `  ${says ?? ''}`]
        .join('')
        .trimEnd(),
    );
  return ends.some(({ found, again }) => found > again) ? 1 : 0;
}

async function redrive(open: OpenTable): Promise<number> {
  say(`What is stuck in ${open.place}`);
  const table = await redriveTable(open);
  return report([...table, ...(open.inAws ? await queuesInAws() : [])]);
}

async function redriveOf(inboxUrl: string): Promise<number> {
  const again = await redriveInbox(inboxUrl);
  return report([{ name: 'events of the mail service', found: again, again }]);
}

const inboxUrl = process.env['INBOX_URL'];
await runCommand(() => (inboxUrl ? redriveOf(inboxUrl) : withTable({}, redrive)));
