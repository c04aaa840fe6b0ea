import type { IncomingMessage, ServerResponse } from 'node:http';
import { faultsHelp, faultsSchema, type FaultBoard, type FaultMode } from './faults.ts';
import type { EventQueue } from './feedback/event-queue.ts';
import { answerDeadLetters, answerMailboxes } from './feedback/feedback-routes.ts';
import type { Mailboxes } from './feedback/mailboxes.ts';
import { publish } from './feedback/publish.ts';
import { json, problem, readBody, send, type Answer } from './http.ts';
import { answerMessages } from './message-routes.ts';
import type { MailStore } from './mail-store.ts';
import { answerPage } from './page-files.ts';
import { refuse, refused } from './protocol/answer.ts';
import { sesLimits } from './protocol/checks.ts';
import { answerSes, signedRegion, type SesAccount } from './protocol/endpoint.ts';
import { parseJson } from './read-mail.ts';

export interface Desk {
  store: MailStore;
  faults: FaultBoard;
  verified: readonly string[];
  mailboxes: Mailboxes;
  queue: EventQueue;
}

/** A message of the largest size, base64 and then percent-encoded, with room for the other fields. */
const formBytes = sesLimits.messageBytes * 1.6;

/** One request of anybody: the SDK posts to `/`, people and tests use the rest. */
export const serve = async (request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> => {
  const { pathname, searchParams } = new URL(`http://inbox${request.url ?? '/'}`);
  if (pathname === '/' && request.method === 'POST') return serveSes(request, response, desk);
  send(response, await answer(request, pathname, searchParams, desk));
};

const answer = async (
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  { store, faults, mailboxes, queue }: Desk,
): Promise<Answer> => {
  const method = request.method ?? 'GET';
  if (path === '/faults') return answerFaults(request, faults);
  if (path === '/mailboxes') return answerMailboxes(request, mailboxes);
  if (path === '/dead-letters' || path === '/dead-letters/redrive') return answerDeadLetters(method, path, queue);
  if (path === '/messages' || path.startsWith('/messages/')) {
    return answerMessages({ method, path, query, known: request.headers['if-none-match'] }, store);
  }
  const page = method === 'GET' ? await answerPage(path) : undefined;
  return page ?? problem(404, 'There is nothing at this address of the inbox.');
};

const answerFaults = async (request: IncomingMessage, board: FaultBoard): Promise<Answer> => {
  if (request.method === 'GET') return json(board.faults);
  if (request.method !== 'PUT') return problem(405, 'GET or PUT only.', { allow: 'GET, PUT' });
  const body = await readBody(request, 10_000);
  const faults = faultsSchema.safeParse(parseJson(body?.toString() ?? ''));
  if (!faults.success) return problem(400, faultsHelp);
  board.faults = faults.data;
  return json(board.faults);
};

/** SES as it is on this day. A lost answer comes after the work, the other faults instead of it. */
const serveSes = async (request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> => {
  const body = await readBody(request, formBytes);
  const fault = desk.faults.strike();
  // Nobody answers; the socket is let go when its client gives up or the inbox closes.
  if (fault === 'timeout') return;
  const reply = await replyOf(fault, body, request.headers.authorization, desk);
  if (fault === 'lost-answer') request.socket.destroy();
  else send(response, reply);
};

const replyOf = async (
  fault: Exclude<FaultMode, 'timeout'>,
  body: Buffer | undefined,
  authorization: string | undefined,
  desk: Desk,
): Promise<Answer> => {
  switch (fault) {
    case 'throttle':
      return refused(refuse('Throttling', 'Maximum sending rate exceeded.'));
    case 'error':
      return refused(refuse('InternalFailure', 'The request processing has failed.'));
    case 'lost-answer':
    case 'none':
      return body
        ? answerSes(new URLSearchParams(body.toString()), accountOf(desk, signedRegion(authorization)))
        : refused(refuse('InvalidParameterValue', `Message length is more than ${sesLimits.messageBytes} bytes long.`));
  }
};

const accountOf = (desk: Desk, region: string): SesAccount => ({
  ...desk,
  region,
  publish: (mail) => publish(mail, desk),
});
