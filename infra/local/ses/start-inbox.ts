import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { FaultBoard } from './faults.ts';
import { problem, send } from './http.ts';
import { openMailStore } from './mail-store.ts';
import { refuse, refused } from './protocol/answer.ts';
import { serve, type Desk } from './routes.ts';

export interface InboxOptions {
  /** 0 takes any free one. */
  port: number;
  /** Mail is kept in `mail/` below it. */
  dataDir: string;
  /** What SES would have verified: addresses, or domains with all that is below them. */
  verifiedSenders: readonly string[];
  /** Decides whom a fault with a rate hits; tests give their own dice. */
  random?: () => number;
  /** Hears of what the inbox itself got wrong, a full disk for one. */
  report?: (event: string, error: unknown) => void;
}

export interface Inbox {
  /** For the SES client's `endpoint`, and for people. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Starts the SES of one machine and its inbox: one server, this machine only, nothing is sent anywhere. */
export const startInbox = async ({
  port,
  dataDir,
  verifiedSenders,
  random = Math.random,
  report = console.error,
}: InboxOptions): Promise<Inbox> => {
  const store = await openMailStore(join(dataDir, 'mail'));
  const desk: Desk = { store, faults: new FaultBoard(random), verified: verifiedSenders };

  const server = createServer((request, response) => {
    serve(request, response, desk).catch((error: unknown) => {
      // A client that went away in the middle is no failure of ours.
      if (response.headersSent || request.socket.destroyed) return;
      report('inbox.failed', error);
      const why = 'The inbox failed; its log says why.';
      send(response, request.method === 'POST' ? refused(refuse('InternalFailure', why)) : problem(500, why));
    });
  });

  const taken = await listen(server, port);
  return { url: `http://localhost:${taken}`, port: taken, close: () => close(server) };
};

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'it is in use; stop what uses it, or set INBOX_PORT' : cause.message;
      reject(new Error(`The inbox cannot listen on port ${port}: ${why}.`, { cause }));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Lets go of held sockets too, or a fault of mode `timeout` would keep the process alive. */
const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
