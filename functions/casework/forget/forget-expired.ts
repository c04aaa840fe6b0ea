import type { CaseKey } from '#domain/case/case.ts';
import { owedAt } from '#domain/case/letters.ts';
import { isExpired } from '#domain/case/retention.ts';
import { traceOf } from '#domain/case/trace.ts';
import type { CaseStore, Clock, Log } from '../ports.ts';
import { hashesOf } from './keyed-hash.ts';
import type { KeyedHash, TraceStore } from './ports.ts';

export type ForgetPorts = {
  readonly cases: Pick<CaseStore, 'read'>;
  readonly traces: Pick<TraceStore, 'ending' | 'leave'>;
  readonly keyed: KeyedHash;
  readonly now: Clock;
  readonly log: Log;
};

/** A run lets go of so many; the next one comes within a minute. */
const MOST_OF_A_RUN = 50;

/**
 * Lets go of cases whose time is over: a trace takes the place of each, in one write against the revision that was read, so
 * that a legal hold which was set meanwhile wins. Gives how many went. One that cannot go keeps no other here; a store that
 * cannot be asked is logged and does no harm, since the next run finds them all again.
 */
export async function forgetExpired(ports: ForgetPorts): Promise<number> {
  try {
    let gone = 0;
    for (const key of await ports.traces.ending(ports.now().toISOString(), MOST_OF_A_RUN))
      if (await forgotten(ports, key)) gone += 1;
    return gone;
  } catch (error) {
    ports.log('forget-failed', { error: nameOf(error) });
    return 0;
  }
}

async function forgotten(ports: ForgetPorts, key: CaseKey): Promise<boolean> {
  try {
    return await forgetCase(ports, key);
  } catch (error) {
    ports.log('forget-failed', { reference: key.reference, error: nameOf(error) });
    return false;
  }
}

/** The list lags behind: what counts is the case as it is now. */
async function forgetCase({ cases, traces, keyed, now, log }: ForgetPorts, key: CaseKey): Promise<boolean> {
  const found = await cases.read(key);
  const at = now();
  if (!found || !isExpired(found, at) || owedAt(found) !== undefined) return false;
  const trace = traceOf(found, hashesOf(keyed, found), at);
  if ((await traces.leave(trace, found.rev)) === 'moved') return false;
  log('case-forgotten', { reference: trace.reference, why: trace.why });
  return true;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
