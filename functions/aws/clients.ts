import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Settings } from './settings.ts';

/** The SDK's defaults would wait far longer than a person does: a call gives up after 3 s and is tried three times. */
export const dynamoClient = ({ region, dynamodbEndpoint }: Settings): DynamoDBClient =>
  new DynamoDBClient({
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
    ...(dynamodbEndpoint !== undefined && { endpoint: dynamodbEndpoint }),
  });
