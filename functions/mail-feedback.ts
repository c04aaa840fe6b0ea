import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { broker } from '../broker.config.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoCanaryStore } from './aws/desk-items/canary-store.ts';
import { dynamoMailboxes } from './aws/desk-items/mailbox-store.ts';
import { log } from './aws/log.ts';
import { readSesEvent } from './aws/ses-events.ts';
import { settings } from './aws/settings.ts';
import { canaryDelivered } from './casework/canary/canary-delivered.ts';
import { noteAll } from './casework/feedback/note-all.ts';
import type { Case } from './domain/case/case.ts';

/** DOOR, for SES: what became of each mail, from a queue that tells an event again until it is noted. */
const here = settings();
const client = dynamoClient(here);
const canaries = dynamoCanaryStore(client, here.tableName);
const ports = {
  cases: dynamoCaseStore(client, here.tableName),
  mailboxes: dynamoMailboxes(client, here.tableName),
  delivered: (of: Case) => canaryDelivered({ canaries, log }, of),
  now: () => new Date(),
  log,
};

export const handler = async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
  const told = Records.map(({ messageId, body }) => ({ id: messageId, event: readSesEvent(body) }));
  const failed = await noteAll(ports, broker, told);
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
