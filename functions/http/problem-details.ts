import type { Answer, HeaderValues } from './exchange.ts';

/** An error as RFC 9457 problem details. `extra` holds what a program needs beside the words. */
export function problemDetails(
  status: number,
  title: string,
  extra: Readonly<Record<string, unknown>> = {},
  headers: HeaderValues = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ type: 'about:blank', title, status, ...extra }),
  };
}
