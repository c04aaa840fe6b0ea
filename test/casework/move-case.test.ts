import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { moveCaseStory } from './move-case.ts';

moveCaseStory('memory', () => Promise.resolve(memoryCaseStore()));

const embedded = await startEmbeddedDynamodb();
afterAll(() => embedded.close());

moveCaseStory('embedded DynamoDB', async () => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: embedded.endpoint, region: 'us-east-1', credentials });
  await ensureTable(client, 'story');
  return dynamoCaseStore(client, 'story');
});
