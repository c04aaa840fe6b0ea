import type { Broker } from '../broker/broker.ts';
import { canaryEnd } from './canary.ts';
import { isOver } from './case.ts';
import type { Case } from './case.ts';
import type { Check } from './parts.ts';

const DAY = 24 * 3600 * 1000;

const after = (from: string, days: number): string => new Date(Date.parse(from) + days * DAY).toISOString();

/** The power of attorney on record, when the last word about it is that there is one. */
export function powerOfAttorneyOf(of: Pick<Case, 'checks'>): Check | undefined {
  const last = of.checks.findLast(({ kind }) => kind === 'power-of-attorney');
  return last?.result === 'passed' ? last : undefined;
}

/**
 * When a case may be deleted; undefined while it is worked on, and under legal hold. Nobody ever touched or confirmed it:
 * `unconfirmed` days from its opening. Declined and no client of ours: `declined` days. Every other one: `closed` days after
 * its end. A case that says that a power of attorney was seen is evidence of it: not before `powerOfAttorney` days after
 * that ended (19 CFR 111.23(b), read 2026-07). A case that a member deletes: at once, when its last letter is settled. Our own
 * canary: after a day.
 */
export function expiryOf(of: Case, days: Broker['retentionDays']): string | undefined {
  if (of.legalHold) return undefined;
  if (of.erasing) return of.erasing.at;
  if (of.canary) return canaryEnd(of);
  if (isOver(of) && of.closedAt !== undefined) return latest(afterEnd(of, of.closedAt, days), afterPower(of, days));
  const touched = of.firstMoveAt !== undefined || of.confirmed.contact !== undefined;
  return touched ? undefined : after(of.openedAt, days.unconfirmed);
}

/**
 * A power of attorney on record makes the company a client: its records are kept as 19 CFR 111.23 asks. So does a contact of
 * our client file who was told, or who said no: what was tried against a client stays as evidence.
 */
const isStrangers = (of: Case): boolean =>
  of.state === 'declined' &&
  powerOfAttorneyOf(of) === undefined &&
  of.tellings.length === 0 &&
  of.frozenAt === undefined;

const afterEnd = (of: Case, closedAt: string, days: Broker['retentionDays']): string =>
  after(closedAt, isStrangers(of) ? days.declined : days.closed);

/** Where no end is known, the paper itself lies in the client file, and is kept there until it has one (docs/decisions/0048). */
function afterPower(of: Case, days: Broker['retentionDays']): string {
  const ends = powerOfAttorneyOf(of)?.ends;
  return ends === undefined ? '' : after(ends, days.powerOfAttorney);
}

const latest = (...times: readonly [string, string]): string => (times[0] < times[1] ? times[1] : times[0]);

/** Why a case went: what its trace says. */
export const endsOfTime = ['unconfirmed', 'declined', 'closed', 'erased'] as const;
export type EndOfTime = (typeof endsOfTime)[number];

export function endOfTime(of: Case): EndOfTime {
  if (of.erasing) return 'erased';
  if (!isOver(of)) return 'unconfirmed';
  return isStrangers(of) ? 'declined' : 'closed';
}

/** The store lets go of what is over its time a little late: nobody is shown it any more. */
export const isExpired = ({ expiresAt }: Pick<Case, 'expiresAt'>, now: Date): boolean =>
  expiresAt !== undefined && expiresAt <= now.toISOString();
