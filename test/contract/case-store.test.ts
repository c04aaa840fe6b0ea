import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { caseStoreContract } from './case-store.ts';

caseStoreContract('in memory', () => Promise.resolve(memoryCaseStore()));

// Another DynamoDB (DynamoDB Local, AWS) is a second opinion by DYNAMODB_ENDPOINT.
const elsewhere = process.env['DYNAMODB_ENDPOINT'];
const embedded = elsewhere === undefined ? await startEmbeddedDynamodb() : undefined;
afterAll(() => embedded?.close());

caseStoreContract(elsewhere ?? 'embedded DynamoDB', async () => {
  const client = new DynamoDBClient({
    endpoint: elsewhere ?? embedded?.endpoint ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await ensureTable(client, 'contract');
  return dynamoCaseStore(client, 'contract');
});
