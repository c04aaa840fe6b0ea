import { GIVE_UP_AFTER_MS } from '#domain/case/letters.ts';
import { StoreUnavailable } from '../ports.ts';
import type { Clock, Log } from '../ports.ts';
import type { StuckStore, Worked } from './ports.ts';

export type StuckPorts = {
  readonly stuck: StuckStore;
  readonly now: Clock;
  readonly log: Log;
  /** A number from 0 to 1: spreads the pauses. */
  readonly random: () => number;
};

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Not before somebody asks for it: after every index's time. */
const NEVER = '9999-12-31T23:59:59.999Z';

/** So many that are due again are given back to a run. */
const MOST_OF_A_RUN = 25;

/**
 * Sets aside a record that could not be worked on, so that it is shown, keeps nobody waiting, and is tried again with pauses
 * that double up to an hour; after 72 hours only when somebody asks for it (`npm run redrive`). `false` when it stays where it
 * is: somebody wrote meanwhile, or the store does not answer, which is nobody's fault and over soon.
 */
export async function setAside(ports: StuckPorts, what: Worked, error: unknown): Promise<boolean> {
  if (error instanceof StoreUnavailable) return false;
  const { stuck, now, log, random } = ports;
  const why = error instanceof Error ? error.name : 'unknown';
  const at = now();
  const nextAtOf = (tries: number, since: string): string => {
    if (at.getTime() - Date.parse(since) > GIVE_UP_AFTER_MS) return NEVER;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries - 1, 20));
    return new Date(at.getTime() + pause * (0.5 + random() / 2)).toISOString();
  };
  try {
    const record = await stuck.putAside(what, { why, at: at.toISOString(), nextAtOf });
    if (record)
      log('record-stuck', {
        ...(record.reference && { reference: record.reference }),
        error: why,
        tries: record.tries,
      });
    return record !== undefined;
  } catch {
    return false;
  }
}

/** Gives back those whose time has come. */
export async function retryStuck({ stuck, now, log }: StuckPorts): Promise<number> {
  try {
    const due = (await stuck.list(MOST_OF_A_RUN)).filter(({ nextAt }) => nextAt <= now().toISOString());
    for (const record of due) await stuck.retryNow(record);
    return due.length;
  } catch (error) {
    log('retry-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return 0;
  }
}
