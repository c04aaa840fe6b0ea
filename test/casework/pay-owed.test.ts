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

const embeddedStore = async () => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'us-east-1', credentials });
  await ensureTable(client, 'story');
  return { ...dynamoCaseStore(client, 'story'), stuck: dynamoStuckRecords(client, 'story') };
};

for (const story of stories) story('embedded DynamoDB', embeddedStore);
