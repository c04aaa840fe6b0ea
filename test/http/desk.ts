import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { broker } from '../../broker.config.ts';
import { dynamoCaseStore } from '../../functions/aws/case-store.ts';
import { startEmbeddedDynamodb } from '../../infra/local/embedded-dynamodb.ts';
import { ensureTable } from '../../infra/local/table.ts';
import type { App } from '../../functions/http/exchange.ts';
import { requestsApp, requestsRoutes } from '../../functions/http/requests.ts';
import type { RequestsEdge } from '../../functions/http/requests.ts';
import { secretKinds } from '#domain/secrets/secret.ts';
import { aMonday } from '#test/fakes/requests.ts';

/** The public door as the Router reaches it, and what a stranger can send to it. */
export const routerSecret = 'only the Router knows';

export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

type Headers = Readonly<Record<string, string>>;
export type Sent = { readonly body?: string | Uint8Array<ArrayBuffer>; readonly headers?: Headers };

export type Logged = { readonly event: string; readonly details: Readonly<Record<string, unknown>> };

/** A door on a store. Two of them on the same store are the same product after a restart. */
export function publicDoor(cases: RequestsEdge['ports']['cases'], change: Partial<RequestsEdge> = {}) {
  const logged: Logged[] = [];
  const edge: RequestsEdge = {
    ports: { cases, now: () => aMonday },
    broker,
    embedOn: broker.embedOn ?? [],
    locale: 'en',
    routerSecret,
    log: (event, details = {}) => logged.push({ event, details }),
    newErrorId: () => 'E-7F3A9C',
    ...change,
  };
  const app = requestsApp(edge);
  const request = asking(app);
  const ask = async (method: string, path: string, { body, headers = {} }: Sent = {}) =>
    request(path, {
      method,
      headers: { 'x-router-secret': routerSecret, ...headers },
      ...(body !== undefined && { body }),
    });
  return {
    app,
    routes: requestsRoutes(edge).map(({ name }) => name),
    request,
    logged,
    ask,
    post: (type: string, sent: Sent) => ask('POST', `/api/requests/${type}`, sent),
    postJson: (type: string, value: unknown, headers: Headers = {}) =>
      ask('POST', `/api/requests/${type}`, asJson(value, headers)),
    postForm: (type: string, values: Readonly<Record<string, string>> | string, headers: Headers = {}) =>
      ask('POST', `/api/requests/${type}`, asForm(values, headers)),
  };
}

/** A door asked in the platform's own words, and answering in them: whatever `fetch` could send and get. */
export const asking =
  (app: App) =>
  async (path: string, init: RequestInit = {}): Promise<Response> => {
    const asked = new Request(new URL(path, 'http://localhost'), init);
    const { status, headers, body } = await app({
      method: asked.method,
      path: new URL(asked.url).pathname,
      query: new URL(asked.url).search.slice(1),
      headers: Object.fromEntries(asked.headers),
      body: new Uint8Array(await asked.arrayBuffer()),
    });
    return new Response(body === '' ? null : body, { status, headers });
  };

export const asJson = (value: unknown, headers: Headers = {}): Sent => ({
  body: JSON.stringify(value),
  headers: { 'content-type': JSON_TYPE, ...headers },
});

export const asForm = (values: Readonly<Record<string, string>> | string, headers: Headers = {}): Sent => ({
  body: typeof values === 'string' ? values : new URLSearchParams(values).toString(),
  headers: { 'content-type': FORM_TYPE, accept: 'text/html,application/xhtml+xml;q=0.9', ...headers },
});

const removed = z.array(z.strictObject({ field: z.string(), kind: z.enum(secretKinds) }));
const created = z.strictObject({ reference: z.string(), removed: z.optional(removed) });
export const referenceIn = async (response: Response): Promise<string> =>
  created.parse(await response.json()).reference;

const refused = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.literal(422),
  errors: z.array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() })),
});
export const errorsIn = async (response: Response) => refused.parse(await response.json()).errors;

/** The embedded DynamoDB as the cloud's table, in memory, with a way to look at all that is in it. */
export async function embeddedTable(name: string) {
  const embedded = await startEmbeddedDynamodb();
  const client = new DynamoDBClient({
    endpoint: embedded.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await ensureTable(client, name);
  return {
    client,
    name,
    cases: dynamoCaseStore(client, name),
    close: () => {
      client.destroy();
      return embedded.close();
    },
  };
}
