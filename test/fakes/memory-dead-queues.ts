import type { DeadQueues } from '../../infra/local/redrive/ports.ts';

type Queue = { waiting: number; readonly cameFrom?: string; move?: { moved: number; asksLeft: number } };

/** Queues of dead letters in memory. They pass the suite that SQS's adapter passes. */
export function memoryDeadQueues(queues: Record<string, Queue>): DeadQueues {
  const of = ({ name }: { readonly name: string }): Queue => queues[name] ?? { waiting: 0 };
  return {
    list: () =>
      Promise.resolve(
        Object.entries(queues)
          .map(([name, { waiting, cameFrom }]) => ({ name, waiting, ...(cameFrom !== undefined && { cameFrom }) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      ),
    moveBack(queue) {
      const one = of(queue);
      if (one.cameFrom !== undefined && (one.move === undefined || one.move.asksLeft < 0))
        one.move = { moved: 0, asksLeft: 2 };
      return Promise.resolve();
    },
    moving(queue) {
      const one = of(queue);
      if (!one.move) return Promise.resolve(undefined);
      one.move.asksLeft -= 1;
      if (one.move.asksLeft === -1) {
        one.move.moved = one.waiting;
        one.waiting = 0;
      }
      return Promise.resolve({ moved: one.move.moved, running: one.move.asksLeft >= 0 });
    },
    purge(queue) {
      of(queue).waiting = 0;
      return Promise.resolve();
    },
  };
}
