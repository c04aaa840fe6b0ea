import type { Chain } from '#domain/desk/trail.ts';
import type { Clock, Log } from '../ports.ts';
import { markOf } from './entry.ts';
import { inParts } from './in-parts.ts';
import type { HeadsMark, TrailStore } from './ports.ts';

export type HeadsPorts = {
  readonly audit: Pick<TrailStore, 'days' | 'cases' | 'latest'>;
  readonly headsMark: HeadsMark;
  readonly now: Clock;
  readonly log: Log;
};

/** The last entry of a chain as the log has it: from then on nobody can cut or rewrite what is before it unseen. */
export type Head = {
  readonly hour: string;
  readonly chain: string;
  /** Of a case. A member's chain is known by its mark alone. */
  readonly reference?: string | undefined;
  readonly n: number;
  readonly hash: string;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An entry of the hour's last second may still be on its way. */
const GRACE_MS = 2 * MINUTE;

export const HEAD = 'audit-head';

/**
 * Writes to the log, once an hour, the head of every chain that grew in it. First to the log, then the mark that it was
 * done: a crash between them writes the same lines twice, which harms nothing. One hour a run; hours that were missed
 * follow in the next ones. A failure is logged and keeps nobody's letter waiting.
 */
export async function logHeads(ports: HeadsPorts): Promise<string | undefined> {
  try {
    const hour = nextHour(await ports.headsMark.read(), ports.now());
    if (hour === undefined) return undefined;
    for (const { hour: _, ...head } of await headsOf(ports, hour)) ports.log(HEAD, { hour, ...defined(head) });
    await ports.headsMark.save(hour);
    return hour;
  } catch (error) {
    ports.log('audit-heads-failed', { error: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  }
}

/** The hour after the last one that was done, when it is over; at the very first time, the one that was over last. */
function nextHour(done: string | undefined, now: Date): string | undefined {
  const over = Math.floor((now.getTime() - GRACE_MS) / HOUR) * HOUR - HOUR;
  const next = done === undefined ? over : Date.parse(`${done}:00:00Z`) + HOUR;
  return next > over ? undefined : new Date(next).toISOString().slice(0, 13);
}

async function headsOf({ audit }: HeadsPorts, hour: string): Promise<Head[]> {
  const chains = (await Promise.all([audit.days(hour), audit.cases(hour)])).flat();
  const heads = await inParts(chains, (chain) => headOf(audit, chain, hour));
  return heads.flatMap((head) => head ?? []);
}

async function headOf(audit: HeadsPorts['audit'], chain: Chain, hour: string): Promise<Head | undefined> {
  const [last] = await audit.latest(chain, 1);
  if (!last) return undefined;
  const reference = chain.kind === 'case' ? { reference: chain.reference } : {};
  return { hour, chain: markOf(chain), ...reference, n: last.n, hash: last.hash };
}

const defined = ({ reference, ...head }: Omit<Head, 'hour'>): Readonly<Record<string, string | number>> => ({
  ...head,
  ...(reference !== undefined && { reference }),
});
