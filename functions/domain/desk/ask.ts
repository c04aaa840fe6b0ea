import type { Ask } from './kept.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long an ask belongs to the run that leased it; longer than a mail call may take (10 s). */
export const ASK_LEASE_MS = 30 * SECOND;

/** Who asked for a link an hour ago has asked again or gone: it is dropped. */
export const ASK_GIVE_UP_AFTER_MS = 60 * MINUTE;

const FIRST_PAUSE_MS = 2 * SECOND;
const LONGEST_PAUSE_MS = 5 * MINUTE;

/** When an ask is next worth looking at (ISO): its time, or the end of a lease whose holder may have died; nothing when it is settled. */
export function askOwedAt({ state, nextAt, leasedUntil = '' }: Ask): string | undefined {
  if (state === 'settled') return undefined;
  return leasedUntil > nextAt ? leasedUntil : nextAt;
}

export const isAskDue = (ask: Ask, now: Date): boolean => (askOwedAt(ask) ?? '~') <= now.toISOString();

export const leaseAsk = (ask: Ask, now: Date): Ask => ({
  ...ask,
  rev: ask.rev + 1,
  attempts: ask.attempts + 1,
  leasedUntil: new Date(now.getTime() + ASK_LEASE_MS).toISOString(),
});

/** Done with, whether anybody was written to or not. It stays to know a repeat by, and forgets who asked. */
export const settleAsk = ({ leasedUntil: _, reference: __, ...ask }: Ask): Ask => ({
  ...ask,
  rev: ask.rev + 1,
  state: 'settled',
  mailbox: '',
});

/** After a failure: again after a pause that doubles up to five minutes, spread by `random` (0 to 1); after an hour it is dropped. */
export function askFailed({ leasedUntil: _, ...ask }: Ask, now: Date, random: number): Ask {
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(ask.attempts - 1, 20));
  const nextAt = new Date(now.getTime() + pause * (0.5 + random / 2));
  if (nextAt.getTime() - Date.parse(ask.askedAt) > ASK_GIVE_UP_AFTER_MS) return settleAsk(ask);
  return { ...ask, rev: ask.rev + 1, nextAt: nextAt.toISOString() };
}
