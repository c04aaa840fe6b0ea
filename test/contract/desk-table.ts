import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';

/** A table to hold adapters to their contract: embedded, or another DynamoDB by DYNAMODB_ENDPOINT as a second opinion. */
export async function contractTable(name: string) {
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  const embedded = elsewhere === undefined ? await startEmbeddedDynamodb() : undefined;
  const client = new DynamoDBClient({
    endpoint: elsewhere ?? embedded?.endpoint ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  afterAll(() => {
    client.destroy();
    return embedded?.close();
  });
  await ensureTable(client, name);
  return { client, name };
}
