import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Settings } from './settings.ts';

/**
 * Steps of every call that serve nobody here and cost a twentieth of it: one copies each item for a log (items must
 * never be logged at all), the other tells AWS which SDK, system and features are ours.
 */
const unwanted = ['loggerMiddleware', 'getUserAgentMiddleware'];

/**
 * The SDK's defaults would wait far longer than a person does, and longer than the door may run (10 s), so that the
 * platform would answer for us. Three tries of at most 2.5 s each leave time to say so in our own words.
 */
export function dynamoClient({ region, dynamodbEndpoint }: Settings): DynamoDBClient {
  const client = new DynamoDBClient({
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 500, requestTimeout: 2000, throwOnRequestTimeout: true },
    ...(dynamodbEndpoint !== undefined && { endpoint: dynamodbEndpoint }),
  });
  for (const name of unwanted) client.middlewareStack.remove(name);
  return client;
}
