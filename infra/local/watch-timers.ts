import { setTimeout as pause } from 'node:timers/promises';

type Every = 'quarter' | 'hour';
export type WatchDoor = (event: { readonly source: 'timer'; readonly every: Every }) => Promise<unknown>;

export type WatchTimes = {
  /** Seconds from one canary to the next; none is sent without, so that a developer's inbox stays quiet. */
  readonly canarySeconds?: number | undefined;
  /** Seconds from one look at the hours to the next. */
  readonly reconcileSeconds?: number | undefined;
};

const HOUR_SECONDS = 3600;

/** The two timers of one machine that wake the door that watches: at once, and then every so many seconds. */
export function watchTimers(watch: WatchDoor, { canarySeconds, reconcileSeconds = HOUR_SECONDS }: WatchTimes) {
  const stopping = new AbortController();
  const wake = async (every: Every, seconds: number): Promise<void> => {
    while (!stopping.signal.aborted) {
      await watch({ source: 'timer', every }).catch((error: unknown) => console.error('watch failed:', error));
      await pause(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = [wake('hour', reconcileSeconds)];
  if (canarySeconds !== undefined) running.push(wake('quarter', canarySeconds));
  return {
    stop: async (): Promise<void> => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
