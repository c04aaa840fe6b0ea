import { isOver } from '../case/case.ts';
import type { Case } from '../case/case.ts';
import { askedAt } from '../case/clearance/fresh.ts';
import { owing } from '../case/owe.ts';
import type { RiskFlag } from './flags.ts';
import { byWeight, levelOf } from './weights.ts';

/** Whether a case was weighed as it is asked now. */
export const isWeighed = (of: Case): boolean => of.risk !== undefined && of.risk.at > askedAt(of);

const same = (of: Case, flags: readonly RiskFlag[]): boolean =>
  isWeighed(of) && JSON.stringify(of.risk?.flags) === JSON.stringify(flags);

/**
 * The case with what was found, as the next revision; nothing when nothing is new. A case that turns out risky after it was
 * weighed or cleared is cleared no more, and the team hears of it: what it looked like when it was cleared was not all.
 */
export function weighed(of: Case, found: readonly RiskFlag[], at: string): Case | undefined {
  const flags = byWeight(found).map(({ code, about }) => ({ code, ...(about && { about: { ...about } }) }));
  if (same(of, flags)) return undefined;
  const level = levelOf(flags);
  const next: Case = {
    ...of,
    rev: of.rev + 1,
    risk: { at, level, flags },
    ...(flags.length > 0 && { timeline: [...of.timeline, { at, who: 'desk', what: 'weighed', about: { level } }] }),
  };
  const rose = level === 'high' && of.risk?.level !== 'high' && (of.risk !== undefined || of.cleared !== undefined);
  return rose && !isOver(of) ? risen(next, at) : next;
}

function risen({ cleared, ...of }: Case, at: string): Case {
  const entry = { at, who: 'desk', what: 'risk-rose', about: { cleared: cleared === undefined ? 'no' : 'yes' } };
  // A letter's id holds the revision before this one.
  const told = owing({ ...of, rev: of.rev - 1 }, at, { kind: 'team-alert', to: 'team', about: 'risk' });
  return { ...told, rev: of.rev, timeline: [...of.timeline, entry] };
}
