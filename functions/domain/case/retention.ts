import type { Broker } from '../broker/broker.ts';
import { isOver } from './case.ts';
import type { Case } from './case.ts';

const DAY = 24 * 3600 * 1000;

const after = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY).toISOString();

/** A power of attorney on record makes the company a client: its records are kept as 19 CFR 111.23 asks. */
const isClient = (of: Case): boolean =>
  of.checks.findLast(({ kind }) => kind === 'power-of-attorney')?.result === 'passed';

/**
 * When a case may be deleted; undefined while it is worked on, and under legal hold. Nobody ever touched or confirmed it: `unconfirmed` days
 * from its opening. Declined and no client of ours: `declined` days. Every other one: `closed` days after its end.
 */
export function expiryOf(of: Case, days: Broker['retentionDays']): string | undefined {
  if (of.legalHold) return undefined;
  if (isOver(of) && of.closedAt !== undefined)
    return after(of.closedAt, of.state === 'declined' && !isClient(of) ? days.declined : days.closed);
  const touched = of.firstMoveAt !== undefined || of.confirmed.contact !== undefined;
  return touched ? undefined : after(of.openedAt, days.unconfirmed);
}

/** The store deletes what is over its time days late: nobody is shown it any more. */
export const isExpired = ({ expiresAt }: Pick<Case, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== undefined && expiresAt <= now.toISOString();
