import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { broker } from '../broker.config.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { log } from './aws/log.ts';
import { sesClient, sesMailer } from './aws/ses-mailer.ts';
import { settings } from './aws/settings.ts';
import { payFromStream } from './aws/stream.ts';
import { newToken } from './casework/links.ts';
import { payDue } from './casework/pay-owed.ts';

/** DOOR, for nobody outside: woken by the table's stream for what is owed now, by a timer for what is still owed. */
const here = settings();
const ports = {
  cases: dynamoCaseStore(dynamoClient(here), here.tableName),
  mailer: sesMailer(sesClient(here), here.mailConfigurationSet),
  now: () => new Date(),
  random: Math.random,
  newToken,
  log,
};
const desk = { broker, siteUrl: here.siteUrl };

export type PayOwedEvent = DynamoDBStreamEvent | { readonly source: 'timer' };

export const handler = async (event: PayOwedEvent): Promise<DynamoDBBatchResponse | { paid: number }> =>
  'Records' in event ? payFromStream(ports, desk, event) : { paid: await payDue(ports, desk) };
