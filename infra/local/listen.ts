import type { Server } from 'node:http';
import { createServer } from 'node:net';

/** A port that something else holds: said in words that help, not as a stack. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

const HOST = '127.0.0.1';

/** Listens on this machine only; the port that was given (0 asks for any). */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(`Port ${port} is taken.`) : error),
    );
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Whether a port is free, asked before anything slow is begun. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

export const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
