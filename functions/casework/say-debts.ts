import type { Case } from '#domain/case/case.ts';
import type { CaseStore, Clock, Log } from './ports.ts';
import type { StuckStore } from './stuck/ports.ts';

export type DebtPorts = {
  readonly cases: Pick<CaseStore, 'owing' | 'read'>;
  readonly stuck: Pick<StuckStore, 'list'>;
  readonly now: Clock;
  readonly log: Log;
};

/** So many are counted, and of so many the age is looked up: a line a minute must stay cheap on the worst day. */
export const MOST_COUNTED = 100;
const MOST_READ = 25;

/** A little less than a minute: the timer is not on the second. */
const EVERY_MS = 50_000;

const FAR = '9999-12-31T23:59:59.999Z';

/**
 * Says once a minute what is owed, since when, and what is set aside. The line is also a sign of life: an alarm comes when it
 * does not. What cannot be asked is not said, which wakes somebody as well.
 */
export async function sayDebts(ports: DebtPorts, said: { at: number }): Promise<void> {
  const { now, log } = ports;
  if (now().getTime() - said.at < EVERY_MS) return;
  try {
    const { owed, oldest } = await debtsOf(ports);
    const stuck = (await ports.stuck.list(MOST_COUNTED)).length;
    log('debts', { owed, oldestSeconds: oldest === undefined ? 0 : secondsSince(oldest, now()), stuck });
    said.at = now().getTime();
  } catch (error) {
    log('debts-unknown', { error: error instanceof Error ? error.name : 'unknown' });
  }
}

const secondsSince = (at: string, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000));

/** Cases that owe a letter, at most a hundred counted, and since when the oldest of them is owed (ISO). */
export async function debtsOf({
  cases,
}: Pick<DebtPorts, 'cases'>): Promise<{ readonly owed: number; readonly oldest?: string }> {
  const keys = await cases.owing(FAR, MOST_COUNTED);
  const read = await Promise.all(keys.slice(0, MOST_READ).map((key) => sinceOf(cases, key)));
  const oldest = read.flatMap((since) => since ?? []).sort()[0];
  return { owed: keys.length, ...(oldest !== undefined && { oldest }) };
}

/** Of a case that cannot be read somebody else says so. */
async function sinceOf(
  cases: Pick<CaseStore, 'read'>,
  key: Pick<Case, 'reference' | 'digest'>,
): Promise<string | undefined> {
  try {
    const found = await cases.read(key);
    return found?.letters.flatMap(({ state, owedSince }) => (state === 'owed' ? owedSince : [])).sort()[0];
  } catch {
    return undefined;
  }
}
