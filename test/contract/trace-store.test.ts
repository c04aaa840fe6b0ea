import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { dynamoCaseLists } from '../../functions/aws/case-lists.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { dynamoTraceStore } from '../../functions/aws/trace-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import { memoryCaseLists } from '#test/fakes/memory-case-lists.ts';
import { memoryCaseStore } from '#test/fakes/memory-case-store.ts';
import { forgetStory } from '../casework/forget.ts';
import { traceStoreContract } from './trace-store.ts';
import type { Stores } from './trace-store.ts';

const inMemory = (): Promise<Stores> => {
  const cases = memoryCaseStore();
  return Promise.resolve({ cases, traces: cases.traces, lists: memoryCaseLists(cases) });
};

// Another DynamoDB (DynamoDB Local, AWS) is a second opinion by DYNAMODB_ENDPOINT.
const elsewhere = process.env['DYNAMODB_ENDPOINT'];
const embedded = elsewhere === undefined ? await startEmbeddedDynamodb() : undefined;
afterAll(() => embedded?.close());

const inDynamodb = (table: string) => async (): Promise<Stores> => {
  const client = new DynamoDBClient({
    endpoint: elsewhere ?? embedded?.endpoint ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await ensureTable(client, table);
  return {
    cases: dynamoCaseStore(client, table),
    traces: dynamoTraceStore(client, table),
    lists: dynamoCaseLists(client, table),
  };
};

traceStoreContract('in memory', inMemory);
traceStoreContract(elsewhere ?? 'embedded DynamoDB', inDynamodb('traces'));
forgetStory('memory', inMemory);
forgetStory('embedded DynamoDB', inDynamodb('forgetting'));
