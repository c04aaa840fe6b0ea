import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { broker } from '../broker.config.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoMailboxes } from './aws/desk-items/mailbox-store.ts';
import { log } from './aws/log.ts';
import { readSesEvent } from './aws/ses-events.ts';
import { settings } from './aws/settings.ts';
import { noteAll } from './casework/feedback/note-all.ts';

/** DOOR, for SES: what became of each mail, from a queue that tells an event again until it is noted. */
const here = settings();
const client = dynamoClient(here);
const ports = {
  cases: dynamoCaseStore(client, here.tableName),
  mailboxes: dynamoMailboxes(client, here.tableName),
  delivered: () => Promise.resolve(),
  now: () => new Date(),
  log,
};

export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const told = Records.map(({ messageId, body }) => ({ id: messageId, event: readSesEvent(body) }));
  const failed = await noteAll(ports, broker, told);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
