import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { FaultBoard } from './faults.ts';
import { openEventQueue } from './feedback/event-queue.ts';
import { growingRest, openFeedback, type Feedback } from './feedback/feedback.ts';
import { openMailboxes } from './feedback/mailboxes.ts';
import { problem, send } from './http.ts';
import { openMailStore } from './mail-store.ts';
import { refuse, refused } from './protocol/answer.ts';
import { serve, type Desk } from './routes.ts';

export interface InboxOptions {
  /** 0 takes any free one. */
  port: number;
  /** Mail is kept in `mail/` below it, what is to be told of it in `mail-events/`. */
  dataDir: string;
  /** What SES would have verified: addresses, or domains with all that is below them. */
  verifiedSenders: readonly string[];
  /** Decides whom a fault with a rate hits; tests give their own dice. */
  random?: () => number;
  /** Hears of what the inbox itself got wrong, a full disk for one. */
  report?: (event: string, error: unknown) => void;
  /** How many milliseconds an event rests that a door failed on so often; tests are in a hurry. */
  restAfter?: (receives: number) => number;
}

export interface Inbox {
  /** For the SES client's `endpoint`, and for people. */
  url: string;
  port: number;
  /** Tells a door what became of each mail that named a configuration set. */
  feedback: Feedback;
  close(): Promise<void>;
}

/** Starts the SES of one machine and its inbox: one server, this machine only, nothing is sent anywhere. */
export const startInbox = async ({
  port,
  dataDir,
  verifiedSenders,
  random = Math.random,
  report = console.error,
  restAfter = growingRest,
}: InboxOptions): Promise<Inbox> => {
  const store = await openMailStore(join(dataDir, 'mail'));
  const mailboxes = await openMailboxes(join(dataDir, 'mailboxes.json'));
  const queue = await openEventQueue(join(dataDir, 'mail-events'));
  const faults = new FaultBoard(random);
  const feedback = openFeedback(queue, faults, { restAfter, report });
  const desk: Desk = { store, faults, verified: verifiedSenders, mailboxes, queue };

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
  const shut = async () => {
    await close(server);
    await feedback.stop();
  };
  return { url: `http://localhost:${taken}`, port: taken, feedback, close: shut };
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
