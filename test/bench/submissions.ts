import { randomUUID } from 'node:crypto';
import { broker } from '../../broker.config.ts';
import { itemOf } from '../../functions/aws/case-item.ts';
import { newCase } from '#casework/open-case.ts';
import { checked, samples } from '#test/fakes/requests.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import type { Item } from './bare.ts';

export const ROUTER_SECRET = 'bench';

/** The same submission twice: as the API hands it to the door, and as the item that the door makes of it. */
export type Submission = { readonly event: ReturnType<typeof eventOf>; readonly item: Item };

/** Distinct submissions, the types and their samples in turn: none is a repeat of another. */
export function submission(nth: number): Submission {
  const type = nth % 2 === 0 ? 'email-update' : 'name-query';
  const sample = Math.floor(nth / 2) % samples[type].length;
  const submissionId = randomUUID();
  const request = checked(type, { submissionId }, sample);
  return {
    event: eventOf(type, { ...samples[type][sample], submissionId }),
    item: itemOf(newCase(request, broker, new Date())),
  };
}

/** A post from a form's page as API Gateway's HTTP API gives it to a function (payload format 2.0): JSON comes as text. */
function eventOf(type: RequestTypeName, answers: Record<string, string>) {
  const rawPath = `/api/requests/${type}`;
  const http = { method: 'POST', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'bench' };
  const route = { routeKey: 'POST /api/requests/{type}', stage: '$default' };
  return {
    version: '2.0',
    routeKey: route.routeKey,
    rawPath,
    rawQueryString: 'lang=en',
    headers: {
      accept: 'application/json',
      'accept-language': 'en-US,en;q=0.9',
      'content-type': 'application/json',
      host: 'refunds.example',
      'user-agent': 'bench',
      'x-router-secret': ROUTER_SECRET,
    },
    requestContext: {
      accountId: '000000000000',
      apiId: 'bench',
      domainName: 'refunds.example',
      domainPrefix: 'bench',
      authentication: null,
      authorizer: {},
      http,
      requestId: 'bench',
      ...route,
      time: '',
      timeEpoch: 0,
    },
    body: JSON.stringify(answers),
    isBase64Encoded: false,
  };
}
