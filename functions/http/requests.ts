import { openCase } from '#casework/open-case.ts';
import { proofOf } from '#casework/proof-of-work.ts';
import type { OpenCasePorts } from '#casework/open-case.ts';
import { readReference } from '#domain/case/reference.ts';
import type { Problem } from '#domain/problem.ts';
import type { Given } from '#domain/requests/field.ts';
import { isLocale } from '#domain/requests/locale.ts';
import { readRequest } from '#domain/requests/read-request.ts';
import { isRequestTypeName } from '#domain/requests/registry.ts';
import type { RequestTypeName } from '#domain/requests/registry.ts';
import { wordsOfProblem } from '#domain/requests/texts.ts';
import type { SecretKind } from '#domain/secrets/secret.ts';
import { readBody, wantsPage } from './body.ts';
import { doorApp } from './edge.ts';
import type { Edge } from './edge.ts';
import type { Answer, App, Asked, HeaderValues } from './exchange.ts';
import { headersOfPage } from './headers.ts';
import { inEachLanguage, inLanguage, saidLanguage } from './languages.ts';
import { problemsPage } from './pages/problems-page.ts';
import { kindsIn, removedQuery } from './pages/removed.ts';
import { sentPage } from './pages/sent-page.ts';
import { problemDetails } from './problem-details.ts';
import type { Route } from './route.ts';
import { answerTrouble } from './trouble.ts';

export type RequestsEdge = Edge & {
  readonly ports: OpenCasePorts;
  /** The broker's own websites, whose pages may show this door's in a frame; no other door has such. */
  readonly embedOn: readonly string[];
};

/** The public door, in the languages that the broker offers. What is asked from within a frame is answered for a frame. */
export const requestsApp = (door: Omit<RequestsEdge, 'locale'>): App =>
  inEachLanguage(door.broker.languages, (locale) => {
    const edge = { ...door, locale };
    const whole = doorApp(edge, requestsRoutes(edge));
    if (edge.embedOn.length === 0) return whole;
    const on = { ...edge, framedBy: edge.embedOn };
    const framed = doorApp(on, requestsRoutes(on));
    return (asked) => (isFramed(asked) ? framed(asked) : whole(asked));
  });

/** The forms in a frame are posted to an address that says so: a door cannot see where its answer will be shown. */
const isFramed = ({ query }: Asked): boolean => /^framed(&|$)/.test(query);

/** Its resource, `POST /api/requests/{type}`, and the page that follows. A test says of each route what every caller gets. */
export const requestsRoutes = (edge: RequestsEdge): readonly Route[] => [
  { name: 'POST /api/requests/{type}', answer: (asked, type) => receive(edge, type, asked) },
  { name: 'GET /api/requests/sent/{reference}', answer: (asked, text) => sent(edge, text, asked) },
  {
    name: 'ANY /api/requests/{type}',
    answer: ({ headers }, type) => answerTrouble(edge, headers, isRequestTypeName(type) ? 'wrong-method' : 'not-found'),
  },
];

async function receive(edge: RequestsEdge, type: string, asked: Asked): Promise<Answer> {
  const { headers } = asked;
  if (!isRequestTypeName(type)) return answerTrouble(edge, headers, 'not-found');
  const body = readBody(asked);
  if ('problem' in body) return answerTrouble(edge, headers, body.problem);
  const now = edge.ports.now();
  const world = { year: now.getUTCFullYear(), ownDomains: edge.broker.ownDomains };
  const reading = readRequest(type, body.given, world);
  if ('problems' in reading) return refuse(inItsLanguage(edge, asked, body.given), type, headers, reading.problems);
  // The header beats the field: a program's retry names its submission there, in any form. It is hashed, never kept.
  const submissionId = headers['idempotency-key']?.trim() || reading.request.submissionId;
  const proof = edge.broker.proofOfWork ? { proof: proofOf(body.given, now) } : {};
  const { languages } = edge.broker;
  const { locale } = reading.request;
  const request = {
    ...reading.request,
    // Nobody at the broker's reads another, and its pages are not built.
    locale: languages.includes(locale) ? locale : languages[0],
    signs: { ...reading.request.signs, ...proof },
    ...(submissionId !== undefined && { submissionId }),
  };
  const { outcome, reference } = await openCase(edge.ports, edge.broker, request);
  edge.log(outcome === 'opened' ? 'case-opened' : 'case-repeated', { reference, type });
  const { removed } = request;
  const next = sentAddress(
    edge,
    reference,
    removed.map(({ kind }) => kind),
  );
  const stored = { location: inLanguage(next, request.locale), 'cache-control': 'no-store' };
  return wantsPage(headers)
    ? { status: 303, headers: stored, body: '' }
    : {
        status: 201,
        headers: { ...stored, 'content-type': 'application/json' },
        body: JSON.stringify({ reference, ...(removed.length > 0 && { removed }) }),
      };
}

/** A program says the language among the answers only, and so does a page of before. */
const inItsLanguage = <E extends Edge>(edge: E, asked: Asked, { locale }: Given): E =>
  saidLanguage(asked) === undefined && isLocale(locale) ? { ...edge, locale } : edge;

function refuse(edge: Edge, type: RequestTypeName, headers: HeaderValues, problems: readonly Problem[]): Answer {
  const { locale } = edge;
  const errors = problems.map((problem) => ({ ...problem, message: wordsOfProblem(locale, type, problem) }));
  edge.log('request-refused', { type, problems: errors.length });
  if (!wantsPage(headers)) return problemDetails(422, 'Some answers need a change', { errors });
  const page = problemsPage({ ...onPage(edge), type, problems: errors });
  return { status: 422, headers: headersOfPage(edge), body: page };
}

/** The page that follows says what was not kept; of kinds only, since addresses are remembered by many. */
const sentAddress = ({ framedBy }: Edge, reference: string, removed: readonly SecretKind[]): string =>
  `/api/requests/sent/${reference}${framedBy ? `?framed${removedQuery(removed, '&')}` : removedQuery(removed)}`;

const onPage = ({ broker, locale, framedBy }: Edge) => ({ broker, locale, framedBy });

/** Looks nothing up: it says the same for every reference of the right shape, whether a case exists or not. */
function sent(edge: Edge, text: string, { headers, query }: Asked): Answer {
  const reference = readReference(text);
  if (!reference) return answerTrouble(edge, headers, 'not-found');
  const removed = kindsIn(query);
  const page = sentPage({ ...onPage(edge), here: sentAddress(edge, reference, removed), reference, removed });
  return { status: 200, headers: headersOfPage(edge), body: page };
}
