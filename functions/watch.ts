import { broker } from '../broker.config.ts';
import { cloudwatchAcceptedLog, logsClient } from './aws/accepted-log.ts';
import { dynamoCaseLists } from './aws/case-lists.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoCanaryStore } from './aws/desk-items/canary-store.ts';
import { dynamoHourStore } from './aws/hour-items.ts';
import { log } from './aws/log.ts';
import { settings } from './aws/settings.ts';
import { dynamoStoredCases } from './aws/stored-cases.ts';
import { keyedHash } from './casework/forget/keyed-hash.ts';
import { keepWatch } from './casework/watch/keep-watch.ts';
import type { Every } from './casework/watch/keep-watch.ts';
import { publicDoor } from './http-client/public-door.ts';

/** DOOR, for nobody outside: a timer sends the canary through the public door, and compares what was accepted with what is kept. */
const here = settings();
const client = dynamoClient(here);
const ports = {
  door: publicDoor(here.siteUrl),
  canaries: dynamoCanaryStore(client, here.tableName),
  canaryKeyed: keyedHash(here.canaryKey),
  newId: () => crypto.randomUUID(),
  accepted: cloudwatchAcceptedLog(logsClient(here), here.intakeLog),
  stored: dynamoStoredCases(client, here.tableName),
  hours: dynamoHourStore(client, here.tableName),
  lists: dynamoCaseLists(client, here.tableName),
  now: () => new Date(),
  log,
};
const desk = { broker, mailbox: here.canaryMailbox };

export type WatchEvent = { readonly source: 'timer'; readonly every: Every };

export const handler = ({ every }: WatchEvent): Promise<void> => keepWatch(ports, desk, every);
