import { broker } from '../broker.config.ts';
import { dynamoClient } from './aws/clients.ts';
import { newErrorId } from './aws/error-id.ts';
import { log } from './aws/log.ts';
import { dynamoPutCase } from './aws/put-case.ts';
import { settings } from './aws/settings.ts';
import { handle } from './http/lambda.ts';
import { requestsApp } from './http/requests.ts';

/** DOOR, public: anyone may put a request, nobody can read one. */
const here = settings();
const cases = dynamoPutCase(dynamoClient(here), here.tableName);

export const handler = handle(
  requestsApp({
    ports: { cases, now: () => new Date() },
    broker,
    embedOn: [...(broker.embedOn ?? []), ...here.embedAlsoOn],
    routerSecret: here.routerSecret,
    log,
    newErrorId,
  }),
);
