import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the API in the cloud makes of a request: the event (payload format 2.0) that a door gets. */
export function eventOf(request: IncomingMessage, body: Buffer, more: Record<string, string>) {
  const url = request.url ?? '/';
  const at = url.indexOf('?');
  const rawPath = at < 0 ? url : url.slice(0, at);
  const rawQueryString = at < 0 ? '' : url.slice(at + 1);
  const { cookie, ...headers } = request.headers;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: { ...flat(headers), ...more },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      // Fixed, as in the cloud: never what a client calls us.
      domainName: 'localhost',
      domainPrefix: 'local',
      authentication: null,
      authorizer: {},
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: Date.now(),
    },
    body: body.toString('base64'),
    isBase64Encoded: true,
  };
}

/** As the API joins a header that came more than once. */
const flat = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(
      ([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')] as const,
    ),
  );

export type ApiEvent = ReturnType<typeof eventOf>;

export type ApiResult = {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | string[]>> | undefined;
  readonly cookies?: string[] | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
};

/** A door's answer as the client gets it: the Router's headers beat the door's, but where the door may say some for itself. */
export function answer(
  response: ServerResponse,
  result: ApiResult,
  routerHeaders: Readonly<Record<string, string>>,
  originMaySay: readonly string[],
): void {
  const own = lowerCase(result.headers ?? {});
  const beaten = originMaySay.map((name) => name.toLowerCase()).filter((name) => name in own);
  const router = Object.entries(lowerCase(routerHeaders)).filter(([name]) => !beaten.includes(name));
  response.writeHead(result.statusCode, {
    ...own,
    ...Object.fromEntries(router),
    ...(result.cookies?.length && { 'set-cookie': result.cookies }),
  });
  response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
}

const lowerCase = <Value>(headers: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const));
