import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { closed, listen } from '../listen.ts';
import { filterLogEvents } from './filter-log-events.ts';
import { openLogStore } from './log-store.ts';

/** All doors of one machine write to one log. */
export const LOG_GROUP = '/importer-desk/one-machine';

const FILTER = 'Logs_20140328.FilterLogEvents';
const MOST_BYTES = 100_000;

export type Logs = { readonly endpoint: string; readonly close: () => Promise<void> };

/**
 * The CloudWatch Logs of one machine: hears what the doors say, keeps it, and answers the one question that the desk asks
 * of a log (JSON 1.1, as the SDK speaks it). Signatures are not checked: it guards nothing.
 */
export async function startLogs(dataDir: string, linesAPage?: number): Promise<Logs> {
  const store = openLogStore(dataDir);
  const hear = (line: unknown): void => {
    try {
      if (typeof line === 'string') store.keep(line);
    } catch (error) {
      // A full disk must not end a door in the middle of its work.
      console.error('a line of the log could not be kept:', error);
    }
  };
  subscribe('importer-desk:log', hear);
  const server = createServer((request, response) => {
    void answerTo(request, (input) => filterLogEvents(input, LOG_GROUP, store, linesAPage)).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://localhost:${port}`,
    close: async () => {
      await closed(server);
      unsubscribe('importer-desk:log', hear);
      store.close();
    },
  };
}

type Reply = { readonly status: number; readonly body: object };

async function answerTo(request: IncomingMessage, filter: (input: unknown) => object): Promise<Reply> {
  const action = String(request.headers['x-amz-target'] ?? 'none');
  if (action !== FILTER) return refusal('UnknownOperationException', `One machine has no ${action}.`);
  try {
    const found = filter(JSON.parse(await bodyOf(request)));
    return 'code' in found && 'message' in found
      ? refusal(String(found.code), String(found.message))
      : { status: 200, body: found };
  } catch {
    return refusal('SerializationException', 'The body cannot be read.');
  }
}

const refusal = (code: string, message: string): Reply => ({ status: 400, body: { __type: code, message } });

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: AsyncIterable<Buffer> = request;
  const read: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size <= MOST_BYTES) read.push(piece);
  }
  return size <= MOST_BYTES ? Buffer.concat(read).toString() : '';
}
