import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again, and gives up in words. */
export async function until(what: string, ms: number, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not come about within ${String(ms)} ms`);
    await pause(100);
  }
}
