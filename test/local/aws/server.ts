import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { closed, listen } from '../../../infra/local/listen.ts';

export type Called = { readonly action: string; readonly input: Readonly<Record<string, unknown>> };
export type Reply = { readonly status?: number; readonly body: object };

/** What a stand-in for AWS at an address does with a call; nothing when it does not know the action. */
export type Answering = (called: Called, endpoint: string) => Reply | undefined | Promise<Reply | undefined>;

/** AWS refuses with a name that the SDK makes an error of. */
export const refusal = (type: string, message = 'refused'): Reply => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message },
});

/**
 * A tiny server that speaks AWS's JSON protocol (the action in `X-Amz-Target`). It keeps every call for a test to look at,
 * and hands on to `elsewhere` what it has no answer to.
 */
export async function startAws(answer: Answering, elsewhere?: string) {
  const calls: Called[] = [];
  const server = createServer((request, response) => {
    void take(request, response);
  });
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const target = request.headers['x-amz-target'];
    const called = { action: String(target).split('.').at(-1) ?? '', input: recordIn(body) };
    calls.push(called);
    const reply = await answer(called, endpoint);
    if (reply || elsewhere === undefined) {
      const { status = 200, body: said } = reply ?? refusal('UnknownOperationException');
      write(response, status, JSON.stringify(said));
      return;
    }
    const { host: _, connection: __, ...headers } = request.headers;
    const handed = await fetch(elsewhere, { method: 'POST', body, headers: Object.entries(headers).map(pair) });
    write(response, handed.status, await handed.text());
  }
  const endpoint: string = `http://localhost:${await listen(server, 0)}`;
  return { endpoint, calls, close: () => closed(server) };
}

const pair = ([name, value]: [string, string | string[] | undefined]): [string, string] => [name, String(value ?? '')];

function write(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(body);
}

function recordIn(body: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(body);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
