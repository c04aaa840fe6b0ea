import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A wire that can be cut: passes bytes to a port of this machine, refuses, or takes them and never brings an answer back. */
export type Wire = 'whole' | 'cut' | 'no-answer';

export async function wireTo(target: number) {
  const sockets = new Set<Socket>();
  let state: Wire = 'whole';
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
    near.pipe(far);
    far.on('data', (bytes) => {
      if (state === 'whole') near.write(bytes);
      else near.destroy();
    });
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
