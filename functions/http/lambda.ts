import type { Answer, App, HeaderValues } from './exchange.ts';

/** What we need of the platform's event (API Gateway's HTTP API, payload format 2.0). */
export type ApiEvent = {
  readonly rawPath: string;
  readonly rawQueryString?: string | undefined;
  /** The platform takes the Cookie header apart. */
  readonly cookies?: readonly string[] | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded: boolean;
  readonly requestContext: { readonly http: { readonly method: string } };
};

export type ApiResult = { statusCode: number; headers: Record<string, string>; cookies?: string[]; body: string };

/** An app as the handler of a Lambda. */
export const handle =
  (app: App) =>
  async ({
    rawPath,
    rawQueryString = '',
    cookies,
    headers,
    body = '',
    isBase64Encoded,
    requestContext,
  }: ApiEvent): Promise<ApiResult> => {
    const asked = {
      method: requestContext.http.method,
      path: rawPath,
      query: rawQueryString,
      headers: cookies ? { ...lowerCase(headers), cookie: cookies.join('; ') } : lowerCase(headers),
      body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    };
    return resultOf(await app(asked));
  };

/** The API says names in lower case already; a test or another platform may not. */
function lowerCase(headers: ApiEvent['headers']): HeaderValues {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) lower[name.toLowerCase()] = value;
  return lower;
}

const resultOf = ({ status, headers, cookies, body }: Answer): ApiResult => ({
  statusCode: status,
  headers: { ...headers },
  ...(cookies && { cookies: [...cookies] }),
  body,
});
