import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { asPage, asProblem, refusalHeaders, tooLarge, tooMany } from '../firewall-pages.ts';
import { firstPage } from '../first-page.ts';
import { embedHeaders, isEmbedPath, originMaySay, routerSecretHeader, securityHeaders } from '../headers.ts';
import { limits } from '../limits.ts';
import { pageOpened } from '../page-count.ts';
import { log } from '../../functions/aws/log.ts';
import { answer, eventOf } from './lambda-event.ts';
import type { ApiEvent, ApiResult } from './lambda-event.ts';
import { requestBudget } from './request-budget.ts';
import { staticSite } from './static-site.ts';

export type Door = (event: ApiEvent) => Promise<ApiResult>;

export type RouterOptions = {
  /** The door of a path below /api/; nothing when no door knows it (the cloud's catch-all then is the first). */
  readonly doorOf: (path: string) => Door;
  readonly siteFolder: string;
  readonly routerSecret: string;
  readonly rateLimit: boolean;
  readonly isReady: () => boolean;
  /** A website beside the broker's own that may show our pages in a frame. */
  readonly embedAlsoOn?: readonly string[];
};

/** The Router of one machine: firewall, site and doors at one address, with the headers and limits of the cloud's. */
export function localRouter(options: RouterOptions): Server {
  const inFrame = embedHeaders(options.embedAlsoOn);
  const site = staticSite(options.siteFolder, (path) => (isEmbedPath(path) ? inFrame : securityHeaders));
  const budgets = {
    public: requestBudget(limits),
    desk: requestBudget({ ...limits, requestsPerWindow: limits.deskRequestsPerWindow }),
  };
  const overBudget = (request: IncomingMessage, path: string) =>
    options.rateLimit &&
    request.method === 'POST' &&
    !budgets[isTeamAtWork(path) ? 'desk' : 'public'].allows(request.socket.remoteAddress ?? '', Date.now());

  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/healthz') return health(response, options.isReady());
    const opened = pageOpened(request.method ?? '', request.url ?? '/');
    if (opened) log('page-opened', opened);
    if (path === '/') return toFirstPage(request, response);
    if (!path.startsWith('/api/')) return site(request, response);
    if (overBudget(request, path))
      return refuse(request, response, tooMany, { 'retry-after': String(limits.windowSeconds) });
    void toDoor(options, path, request, response);
  });
}

/** The desk, but not its doorstep, as the firewall says. */
const isTeamAtWork = (path: string): boolean => path.startsWith('/api/desk/') && !path.startsWith('/api/desk/sign-in');

function toFirstPage(request: IncomingMessage, response: ServerResponse): void {
  const location = firstPage(request.headers['accept-language'] ?? '');
  response.writeHead(302, { ...securityHeaders, location, 'cache-control': 'no-store' }).end();
}

function health(response: ServerResponse, ready: boolean): void {
  response.writeHead(ready ? 200 : 503, {
    ...securityHeaders,
    'content-type': 'text/plain',
    'cache-control': 'no-store',
  });
  response.end(ready ? 'ok\n' : 'starting\n');
}

async function toDoor(options: RouterOptions, path: string, request: IncomingMessage, response: ServerResponse) {
  const body = await read(request);
  if (!body) {
    refuse(request, response, tooLarge, { connection: 'close' });
    return;
  }
  try {
    const event = eventOf(request, body, { [routerSecretHeader]: options.routerSecret });
    answer(response, await options.doorOf(path)(event), securityHeaders, originMaySay);
  } catch (error) {
    // In the cloud a door that throws is the platform's 500; it is a mistake of ours, so one machine shows all of it.
    console.error(error);
    response.writeHead(500, { ...securityHeaders, 'cache-control': 'no-store' }).end();
  }
}

/** The body, or nothing when it is larger than the firewall lets through; the rest is read and thrown away. */
async function read(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size <= limits.bodyBytes) chunks.push(bytes);
    }
  } catch {
    return Buffer.alloc(0);
  }
  return size > limits.bodyBytes ? undefined : Buffer.concat(chunks);
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: typeof tooMany,
  headers: Record<string, string>,
): void {
  const said = `${request.headers['content-type'] ?? ''} ${request.headers.accept ?? ''}`;
  const script = said.includes('application/json');
  response.writeHead(refusal.status, {
    ...refusalHeaders,
    'content-type': script ? 'application/json' : 'text/html; charset=utf-8',
    ...headers,
  });
  response.end(script ? asProblem(refusal) : asPage(refusal));
  request.resume();
}
