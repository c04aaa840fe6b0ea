import type { DeadQueue, DeadQueues } from './ports.ts';

/** What became of a queue of dead letters, in words where something stays. */
export type QueueEnd = {
  readonly name: string;
  readonly found: number;
  readonly again: number;
  readonly says?: string;
};

type Ports = {
  readonly queues: DeadQueues;
  /** Waits a little before AWS is asked again. */
  readonly wait: () => Promise<unknown>;
  readonly progress: (line: string) => void;
};

/** Moves back what can be worked on again. What only woke a door is counted, and thrown away when that is wished. */
export async function redriveQueues(ports: Ports, purge: boolean): Promise<QueueEnd[]> {
  const ends: QueueEnd[] = [];
  for (const queue of await ports.queues.list())
    ends.push(queue.cameFrom === undefined ? await wakeUpCalls(ports, queue, purge) : await movedBack(ports, queue));
  return ends;
}

async function movedBack({ queues, wait, progress }: Ports, queue: DeadQueue): Promise<QueueEnd> {
  const { name, waiting } = queue;
  // One that an earlier run began may be under way, and have taken the last of them already.
  const before = await queues.moving(queue);
  if (waiting === 0 && before?.running !== true) return { name, found: 0, again: 0 };
  await queues.moveBack(queue);
  for (;;) {
    const last = await queues.moving(queue);
    const { moved = 0, running = false, failed } = last ?? {};
    progress(`${name}: ${moved} moved back to ${queue.cameFrom ?? ''}`);
    if (failed !== undefined) return { name, found: waiting, again: moved, says: `SQS: ${failed}` };
    if (!running) return { name, found: Math.max(waiting, moved), again: moved };
    await wait();
  }
}

async function wakeUpCalls({ queues }: Ports, queue: DeadQueue, purge: boolean): Promise<QueueEnd> {
  const { name, waiting } = queue;
  if (waiting === 0) return { name, found: 0, again: 0 };
  if (!purge) return { name, found: waiting, again: 0, says: 'calls that nobody needs any more: --purge' };
  await queues.purge(queue);
  return { name, found: waiting, again: waiting, says: 'thrown away' };
}
