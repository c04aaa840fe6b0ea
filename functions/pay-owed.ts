import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { broker } from '../broker.config.ts';
import { dynamoCaseLists } from './aws/case-lists.ts';
import { dynamoCaseStore } from './aws/case-store.ts';
import { dynamoClient } from './aws/clients.ts';
import { dynamoDayStore } from './aws/day-items.ts';
import { dynamoAskStore } from './aws/desk-items/ask-store.ts';
import { dynamoMailboxes } from './aws/desk-items/mailbox-store.ts';
import { dynamoHeadsMark } from './aws/desk-items/heads-mark.ts';
import { dynamoBudgets, dynamoSignInLinks } from './aws/desk-items/sign-in-stores.ts';
import { dynamoTrailStore } from './aws/desk-items/trail-store.ts';
import { log } from './aws/log.ts';
import { sesClient, sesMailer } from './aws/ses-mailer.ts';
import { settings } from './aws/settings.ts';
import { payFromStream } from './aws/stream.ts';
import { dynamoStuckRecords } from './aws/stuck.ts';
import { dynamoTraceStore } from './aws/trace-store.ts';
import { payAsks } from './casework/asks/pay-asks.ts';
import { logHeads } from './casework/audit/heads.ts';
import { withoutBudgets } from './casework/budgets/take-budget.ts';
import { markCanary } from './casework/canary/mark-canary.ts';
import { forgetExpired } from './casework/forget/forget-expired.ts';
import { keyedHash } from './casework/forget/keyed-hash.ts';
import { recomputeDays } from './casework/insights/recompute-days.ts';
import { newToken } from './casework/links.ts';
import { payDue } from './casework/pay-owed.ts';
import { sayDebts } from './casework/say-debts.ts';
import { retryStuck } from './casework/stuck/set-aside.ts';
import { weighCase } from './casework/risk/weigh-case.ts';
import type { CaseKey } from './domain/case/case.ts';
import { trailDays } from './domain/desk/trail-days.ts';
import { mailDomains } from './mail-domains/mail-domains.ts';

/** DOOR, for nobody outside: woken by the table's stream for what is owed now, by a timer for what is still owed. */
const here = settings();
const client = dynamoClient(here);
const cases = dynamoCaseStore(client, here.tableName);
const lists = dynamoCaseLists(client, here.tableName);
const now = () => new Date();
const canaryKeyed = keyedHash(here.canaryKey);
const ports = {
  cases,
  lists,
  weigh: async (key: CaseKey) => {
    await markCanary({ cases, canaryKeyed, log }, key);
    await weighCase({ cases, lists, mailDomains, now, log }, broker, key);
  },
  days: dynamoDayStore(client, here.tableName),
  asks: dynamoAskStore(client, here.tableName),
  budgets: here.letterBudgetOff ? withoutBudgets : dynamoBudgets(client, here.tableName),
  mailboxes: dynamoMailboxes(client, here.tableName),
  stuck: dynamoStuckRecords(client, here.tableName),
  signInLinks: dynamoSignInLinks(client, here.tableName),
  audit: dynamoTrailStore(client, here.tableName, trailDays(broker)),
  headsMark: dynamoHeadsMark(client, here.tableName),
  traces: dynamoTraceStore(client, here.tableName),
  keyed: keyedHash(here.traceKey),
  mailer: sesMailer(sesClient(here), here.mailConfigurationSet),
  now,
  random: Math.random,
  newToken,
  log,
};
const desk = { broker, siteUrl: here.siteUrl };
/** When this process last said what is owed: on one machine the timer comes every second. */
const saidOf = { at: 0 };

export type PayOwedEvent = DynamoDBStreamEvent | { readonly source: 'timer' };

export const handler = async (event: PayOwedEvent): Promise<DynamoDBBatchResponse | { paid: number }> =>
  'Records' in event ? payFromStream(ports, desk, event) : { paid: await payAllOwed() };

/** Side by side: while the mail service hangs, one after the other would last longer than the platform lets a run last. */
const payAllOwed = async (): Promise<number> => {
  await retryStuck(ports);
  const letters = [payAsks(ports, desk), payDue(ports, desk)] as const;
  const [asks, cases] = await Promise.all([...letters, recomputeDays(ports), logHeads(ports), forgetExpired(ports)]);
  // After the work: what is said is what is owed still.
  await sayDebts(ports, saidOf);
  return asks + cases;
};
