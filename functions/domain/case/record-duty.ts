import { outcomeOf } from '../requests/outcomes.ts';
import type { Case } from './case.ts';
import { isOver } from './case.ts';
import { wasDoubted } from './doubted.ts';

/** Why a case must be kept though its importer wants it gone. Closed; its words stand with the desk. */
export const recordDuties = [
  'legal-hold',
  'suspected',
  'power-of-attorney',
  'customs-business',
  'earlier-contact',
  'open-work',
] as const;
export type RecordDuty = (typeof recordDuties)[number];

/** What the timeline says of work at CBP. It is never cut, so that a reopened or converted case still tells of it. */
const work: readonly string[] = ['cleared', 'cleared-and-answered', 'on-file', 'recorded-without-clearance'];

/** An outcome by that code of any type that the case is or was: advice that asked nothing of CBP has the code of advice that did. */
const tellsOfRecord = ({ type, was }: Case, code: string): boolean =>
  [type, ...was.map((before) => before.type)].some((one) => outcomeOf(one, code)?.needsClearance);

/**
 * Whether the case must stay, and why: a broker keeps its records of customs business five years (19 CFR 111.21, 111.23, read
 * 2026-07), and what looks like an attempt to take over an account is evidence. So somebody who got hold of a mailbox cannot
 * wipe what they did. Empty when it may be deleted.
 */
export const recordDutiesOf = (of: Case): RecordDuty[] =>
  recordDuties.filter((duty) => {
    switch (duty) {
      case 'legal-hold':
        return of.legalHold !== undefined;
      case 'suspected':
        return isSuspected(of);
      case 'power-of-attorney':
        return of.checks.some(({ kind, result }) => kind === duty && result === 'passed');
      case 'customs-business':
        return of.timeline.some(
          ({ what, about }) =>
            work.includes(what) || (what === 'answered' && tellsOfRecord(of, about?.['outcome'] ?? '')),
        );
      case 'earlier-contact':
        return of.tellings.length > 0;
      case 'open-work':
        return !isOver(of) && of.firstMoveAt !== undefined;
    }
  });

/** A flag that was taken off, or a risk that fell when the case became another request, was there. */
const isSuspected = (of: Case): boolean =>
  wasDoubted(of) ||
  of.flags.length > 0 ||
  of.risk?.level === 'high' ||
  of.timeline.some(({ what, about }) => what === 'flagged' || (what === 'weighed' && about?.['level'] === 'high'));
