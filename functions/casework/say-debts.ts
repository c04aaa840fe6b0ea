import { MOST_COUNTED, debtsOf } from './debts.ts';
import type { CaseStore, Clock, Log } from './ports.ts';
import type { StuckStore } from './stuck/ports.ts';

export type DebtPorts = {
  readonly cases: Pick<CaseStore, 'owing' | 'read'>;
  readonly stuck: Pick<StuckStore, 'list'>;
  readonly now: Clock;
  readonly log: Log;
};

/** A little less than a minute: the timer is not on the second. */
const EVERY_MS = 50_000;

/**
 * Says once a minute what is owed, since when, and what is set aside: that is owed as well, so the oldest of both is the age.
 * The line is also a sign of life: an alarm comes when it does not. What cannot be asked is not said, which wakes somebody as
 * well.
 */
export async function sayDebts({ cases, stuck, now, log }: DebtPorts, said: { at: number }): Promise<void> {
  const at = now();
  if (at.getTime() - said.at < EVERY_MS) return;
  try {
    const { cases: owed, oldestSince } = await debtsOf(cases);
    const aside = await stuck.list(MOST_COUNTED);
    const ages = [...(oldestSince === undefined ? [] : [oldestSince]), ...aside.map(({ since }) => since)].map(
      (since) => Math.round((at.getTime() - Date.parse(since)) / 1000),
    );
    log('debts', { owed, oldestSeconds: Math.max(0, ...ages), stuck: aside.length });
    said.at = at.getTime();
  } catch (error) {
    log('debts-unknown', { error: error instanceof Error ? error.name : 'unknown' });
  }
}
