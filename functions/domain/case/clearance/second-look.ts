import type { Member } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import { workingDaysAfter } from '../office-hours.ts';
import type { Check } from '../parts.ts';
import type { AskedWhen, CheckState } from './check-state.ts';
import { wasDoubted } from '../doubted.ts';
import { isFresh } from './fresh.ts';

/** Who calls back looks first, and decides with it: whoever wants to steal a refund must get past a second pair of eyes. */
export const firstLook = (of: Case): Check | undefined =>
  of.checks.findLast((one) => one.kind === 'call-back' && one.result === 'passed' && isFresh(of, one));

/**
 * A case that looks risky, or that somebody flagged, wants a second look by another named member, one of the two licensed.
 * So does one that was never weighed as what it is now, since what nobody has looked for may be there; and one to which a person once said no,
 * which was frozen or declined on suspicion, or else whoever heard it could write a yes over it alone.
 */
export const needsSecondLook = (of: Case): boolean =>
  of.flags.length > 0 || of.risk === undefined || !isFresh(of, of.risk) || of.risk.level === 'high' || wasDoubted(of);

/** What came after a look was not seen by it: who was told, and what stood in for it, most of all. */
const lastToSee = (of: Case): string =>
  [
    ...of.checks.filter(({ kind }) => kind !== 'second-look').map(({ at }) => at),
    ...of.tellings.map(({ at }) => at),
    ...of.timeline.filter(({ what }) => what === 'reopened').map(({ at }) => at),
    ...of.flags.map(({ at }) => at),
    ...(of.risk?.level === 'high' ? [of.risk.at] : []),
  ]
    .sort()
    .at(-1) ?? '';

/** Nothing where none is needed. */
export function secondLook(of: Case): CheckState | undefined {
  if (!needsSecondLook(of)) return undefined;
  const check = of.checks.findLast(({ kind }) => kind === 'second-look');
  if (!check || !isFresh(of, check) || check.at < lastToSee(of)) return { kind: 'second-look', state: 'missing' };
  return { kind: 'second-look', state: check.result, check };
}

export type LookRefusal =
  | { readonly code: 'look-first' | 'not-your-own-look' | 'no-licence-in-look' }
  | { readonly code: 'too-soon'; readonly until: string };

/**
 * Whether this member may look now, and how the record calls it. A broker with one member alone looks again after a working
 * day, since a night shows more than an hour.
 */
export function mayLook(of: Case, by: Member, { now, broker }: AskedWhen): LookRefusal | { readonly solo: boolean } {
  const look = firstLook(of);
  if (!look) return { code: 'look-first' };
  if (look.licensed !== true && by.role !== 'licensed') return { code: 'no-licence-in-look' };
  if (look.who !== by.email) return { solo: false };
  if (broker.members.length > 1) return { code: 'not-your-own-look' };
  const until = new Date(workingDaysAfter(Date.parse(look.at), broker.holdWorkingDays.solo, broker.officeHours));
  return until > now ? { code: 'too-soon', until: until.toISOString() } : { solo: true };
}
