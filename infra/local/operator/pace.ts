import { setTimeout as pause } from 'node:timers/promises';

/**
 * Keeps a command from taking more of a table than it was allowed. Each caller says what its call has cost, and waits
 * until that is paid for at so many units a second; callers side by side wait in one line.
 */
export function paceOf(unitsASecond: number): (units: number) => Promise<void> {
  let paidUntil = 0;
  return async (units) => {
    const now = performance.now();
    paidUntil = Math.max(paidUntil, now) + (units / unitsASecond) * 1000;
    await pause(paidUntil - now);
  };
}
