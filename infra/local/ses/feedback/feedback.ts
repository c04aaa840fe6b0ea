import { setTimeout as pause } from 'node:timers/promises';
import type { FaultBoard } from '../faults.ts';
import type { EventQueue } from './event-queue.ts';
import { handOver, type HandOver, type QueueDoor } from './hand-over.ts';

/** What runs between the queue and the door, once there is one. */
export interface Feedback {
  /** Hands events to the door from now on, those that waited first. A second door takes the place of the first. */
  connect(door: QueueDoor): { stop(): Promise<void> };
  /** Takes back what was put aside; says how many. */
  redrive(): Promise<number>;
  stop(): Promise<void>;
}

const lookEveryMs = 40;
const afterTroubleMs = 1000;
/** A stop waits so long for a batch that the door has; then it is handed over once more at the next start. */
const stopPatienceMs = 1500;

/** 0.2 seconds, then twice as long each time, up to half a minute: twenty tries last about six minutes. */
export const growingRest = (receives: number): number => Math.min(100 * 2 ** receives, 30_000);

export const openFeedback = (
  queue: EventQueue,
  faults: FaultBoard,
  how: Omit<HandOver, 'queue' | 'door'>,
): Feedback => {
  let running: { stop(): Promise<void> } | undefined;
  return {
    connect: (door) => {
      void running?.stop();
      running = pump({ ...how, queue, door }, faults);
      return running;
    },
    redrive: () => queue.redrive(),
    stop: async () => running?.stop(),
  };
};

const pump = (to: HandOver, faults: FaultBoard): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const rest = faults.faults.events === 'late' ? lookEveryMs : await restAfterOne(to);
      if (rest > 0) await pause(rest, undefined, { signal }).catch(() => undefined);
    }
  };
  const ended = run();
  let stopped: Promise<void> | undefined;
  return {
    stop: () => {
      stopping.abort();
      return (stopped ??= Promise.race([ended, pause(stopPatienceMs, undefined, { ref: false })]));
    },
  };
};

/** One batch, and how long to wait for the next one. */
const restAfterOne = async (to: HandOver): Promise<number> => {
  try {
    return (await handOver(to)) > 0 ? 0 : lookEveryMs;
  } catch (error) {
    // The disk, most likely. The events are where they were.
    to.report('inbox.queue-failed', error);
    return afterTroubleMs;
  }
};
