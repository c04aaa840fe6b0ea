import { setTimeout as pause } from 'node:timers/promises';

/**
 * The timer of one machine. The embedded table has no stream, so the door that pays letters runs every second, and at
 * once again while there is something to pay; never twice at the same time.
 */
export function everySecond(payOwed: (event: { source: 'timer' }) => Promise<unknown>): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if ((await paid(payOwed)) === 0) await pause(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

async function paid(payOwed: (event: { source: 'timer' }) => Promise<unknown>): Promise<number> {
  try {
    const result = await payOwed({ source: 'timer' });
    return typeof result === 'object' && result !== null && 'paid' in result ? Number(result.paid) : 0;
  } catch (error) {
    // As in the cloud: this run failed, the debts stay, the next run comes.
    console.error('pay-owed failed:', error instanceof Error ? `${error.name}: ${error.message}` : error);
    return 0;
  }
}
