import type { Hono } from 'hono';
import { openCase } from '#casework/open-case.ts';
import type { OpenCasePorts } from '#casework/open-case.ts';
import { readReference } from '#domain/case/reference.ts';
import type { Problem } from '#domain/problem.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import { isRequestTypeName } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { wordsOfProblem } from '#domain/requests/texts.ts';
import { readBody, wantsPage } from './body.ts';
import { doorApp } from './edge.ts';
import type { Edge } from './edge.ts';
import { pageHeaders } from './headers.ts';
import { problemsPage } from './pages/problems-page.ts';
import { sentPage } from './pages/sent-page.ts';
import { problemDetails } from './problem-details.ts';
import { answerTrouble } from './trouble.ts';

export type RequestsEdge = Edge & { readonly ports: OpenCasePorts };

/** The public door's resource: `POST /api/requests/{type}` and the page that follows. */
export function requestsApp(edge: RequestsEdge): Hono {
  const app = doorApp(edge);
  app.post('/api/requests/:type', (c) => receive(edge, c.req.param('type'), c.req.raw));
  app.get('/api/requests/sent/:reference', (c) => sent(edge, c.req.param('reference'), c.req.raw.headers));
  app.all('/api/requests/:type', (c) =>
    answerTrouble(edge, c.req.raw.headers, isRequestTypeName(c.req.param('type')) ? 'wrong-method' : 'not-found'),
  );
  return app;
}

async function receive(edge: RequestsEdge, type: string, received: Request): Promise<Response> {
  const { headers } = received;
  if (!isRequestTypeName(type)) return answerTrouble(edge, headers, 'not-found');
  const body = await readBody(received);
  if ('problem' in body) return answerTrouble(edge, headers, body.problem);
  const now = edge.ports.now();
  const world = { year: now.getUTCFullYear(), ownDomains: edge.broker.ownDomains };
  const reading = readRequest(type, body.given, world);
  if ('problems' in reading) return refuse(edge, type, headers, reading.problems);
  // The header beats the field: a program's retry names its submission there, in any form. It is hashed, never kept.
  const submissionId = headers.get('idempotency-key')?.trim() || reading.request.submissionId;
  const request = { ...reading.request, ...(submissionId !== undefined && { submissionId }) };
  const { outcome, reference } = await openCase(edge.ports, edge.broker, request);
  edge.log(outcome === 'opened' ? 'case-opened' : 'case-repeated', { reference, type });
  const location = `/api/requests/sent/${reference}`;
  return wantsPage(headers)
    ? new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
    : Response.json({ reference }, { status: 201, headers: { location, 'cache-control': 'no-store' } });
}

function refuse(edge: Edge, type: RequestTypeName, headers: Headers, problems: readonly Problem[]): Response {
  const { locale } = edge;
  const errors = problems.map((problem) => ({ ...problem, message: wordsOfProblem(locale, type, problem) }));
  edge.log('request-refused', { type, problems: errors.length });
  if (!wantsPage(headers)) return problemDetails(422, 'Some answers need a change', { errors });
  return new Response(problemsPage({ broker: edge.broker, locale, type, problems: errors }), {
    status: 422,
    headers: pageHeaders,
  });
}

/** Looks nothing up: it says the same for every reference of the right shape, whether a case exists or not. */
function sent(edge: Edge, text: string, headers: Headers): Response {
  const reference = readReference(text);
  if (!reference) return answerTrouble(edge, headers, 'not-found');
  return new Response(sentPage({ broker: edge.broker, locale: edge.locale, reference }), { headers: pageHeaders });
}
