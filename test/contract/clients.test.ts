import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { dynamoClient } from '../../functions/aws/clients.ts';
import { settings } from '../../functions/aws/settings.ts';
import { closed, listen } from '../../infra/local/listen.ts';

it('tells DynamoDB what is asked, signed, and nothing about the machine it runs on', async () => {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'local';
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    response.end('{}');
  });
  const port = await listen(server, 0);
  const client = dynamoClient(settings({ DYNAMODB_ENDPOINT: `http://localhost:${String(port)}` }));
  await client.send(new PutItemCommand({ TableName: 'any', Item: { pk: { S: 'a' }, sk: { S: 'b' } } }));
  client.destroy();
  await closed(server);
  expect(seen).toHaveLength(1);
  expect(seen[0]?.authorization).toMatch(/^AWS4-HMAC-SHA256 /);
  expect(Object.keys(seen[0] ?? {}).filter((name) => name.includes('user-agent'))).toEqual([]);
});
