import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoStuckRecords } from '../../functions/aws/stuck.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { feedbackStory } from './feedback.ts';
import { linkStory } from './pay-owed-links.ts';
import { mailboxStory } from './pay-owed-mailboxes.ts';
import { stuckStory } from './stuck.ts';
import { payOwedStory } from './pay-owed.ts';

const stories = [payOwedStory, linkStory, mailboxStory, stuckStory, feedbackStory];

for (const story of stories) story('memory', () => Promise.resolve(memoryCaseStore()));

const embedded = await startEmbeddedDynamodb();
afterAll(() => embedded.close());

/** Each story has a table of its own: what one leaves owing is none of another's. */
let tables = 0;
const embeddedStore = async () => {
  const table = `story-${String((tables += 1))}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'us-east-1', credentials });
  await ensureTable(client, table);
  return { ...dynamoCaseStore(client, table), stuck: dynamoStuckRecords(client, table) };
};

for (const story of stories) story('embedded DynamoDB', embeddedStore);
