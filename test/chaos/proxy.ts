import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A wire between two parts that can be spoilt: it passes bytes to a port of this machine, takes so many milliseconds each
 * way, refuses, or takes what comes and never brings an answer back.
 */
export type Wire = 'whole' | 'cut' | 'no-answer' | { readonly slowMs: number };

export async function wireTo(target: number) {
  const sockets = new Set<Socket>();
  let state: Wire = 'whole';
  /** What is sent over it arrives in order, each part by the state in which it was sent. */
  const carry = async (bytes: Uint8Array, to: Socket) => {
    if (typeof state === 'object') await pause(state.slowMs);
    to.write(bytes);
  };
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
    }
    if (state === 'cut') return void near.destroy();
    near.on('data', (bytes) => void carry(bytes, far));
    far.on('data', (bytes) => (state === 'no-answer' ? near.destroy() : void carry(bytes, near)));
  });
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    port,
    set: (next: Wire) => {
      state = next;
      // What is under way ends as well; a new connection meets the new state.
      if (next === 'cut') drop();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
}
