import type { IncomingMessage, ServerResponse } from 'node:http';

/** The body, or nothing when it is larger than allowed; what is too much is read off and dropped, so that the answer arrives. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const pieces: AsyncIterable<Buffer> = request;
  for await (const piece of pieces) {
    size += piece.length;
    if (size <= limit) chunks.push(piece);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
};

export interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
}

/** Nothing of the inbox may be sniffed into a page, kept by a cache without asking, or named to a site that a mail links to. */
export const send = (response: ServerResponse, answer: Answer): void => {
  response.writeHead(answer.status, {
    'content-type': answer.type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
    ...answer.headers,
  });
  response.end(answer.body);
};

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
  headers,
});

export const problem = (status: number, error: string, headers: Record<string, string> = {}): Answer =>
  json({ error }, status, headers);
