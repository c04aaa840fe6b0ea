// The adapter moves to a package of its own with hono 5; until that is published, it is here.
import { handle } from 'hono/aws-lambda';
import { broker } from '../broker.config.ts';
import { dynamoClient } from './aws/clients.ts';
import { newErrorId } from './aws/error-id.ts';
import { log } from './aws/log.ts';
import { dynamoPutCase } from './aws/put-case.ts';
import { settings } from './aws/settings.ts';
import { requestsApp } from './http/requests.ts';

/** DOOR, public: anyone may put a request, nobody can read one. */
const here = settings();
const cases = dynamoPutCase(dynamoClient(here), here.tableName);

// eslint-disable-next-line @typescript-eslint/no-deprecated
export const handler = handle(
  requestsApp({
    ports: { cases, now: () => new Date() },
    broker,
    locale: 'en',
    routerSecret: here.routerSecret,
    log,
    newErrorId,
  }),
);
