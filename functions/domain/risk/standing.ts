import type { Case } from '../case/case.ts';
import { isRiskCode } from './flags.ts';
import type { RiskFlag } from './flags.ts';
import { byWeight } from './weights.ts';

/** What changes with the work: nobody was seen to read the mailbox, no power of attorney is on record. */
export const standingFlags = (of: Case): RiskFlag[] => [
  ...(of.checks.findLast(({ kind }) => kind === 'power-of-attorney')?.result === 'passed'
    ? []
    : [{ code: 'no-power-of-attorney' } as const]),
  ...(of.confirmed.contact === undefined ? [{ code: 'mailbox-unconfirmed' } as const] : []),
];

/** Every reason to look twice at a case as it stands, the heaviest first. A code that an older version kept is left out. */
export const riskFlagsOf = (of: Case): RiskFlag[] =>
  byWeight([
    ...(of.risk?.flags ?? []).flatMap(({ code, about }) =>
      isRiskCode(code) ? [{ code, ...(about && { about }) }] : [],
    ),
    ...standingFlags(of),
  ]);
