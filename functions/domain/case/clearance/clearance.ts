import { otherMailboxOf } from '../../requests/mailboxes.ts';
import type { Case } from '../case.ts';
import { missingAnswers } from '../completion.ts';
import type { Check, CheckKind } from '../parts.ts';
import type { AskedWhen, CheckState } from './check-state.ts';
import { earlierContact } from './earlier-contact.ts';
import { isFresh } from './fresh.ts';
import { checksOfTheRequest, neededChecks } from './needed.ts';
import type { NeededCheck } from './needed.ts';
import { secondLook } from './second-look.ts';

/** Every check the case needs, in the order of work, and how it stands. */
export const checkStates = (of: Case, on: AskedWhen): CheckState[] => [
  mailbox('mailbox', of.confirmed.contact),
  ...(otherMailboxOf(of.type, of.answers) === undefined
    ? []
    : [mailbox('other-mailbox', of.confirmed['other-mailbox'])]),
  ...neededChecks(of.type).flatMap((kind) => stateOf(of, kind, on) ?? []),
];

const mailbox = (kind: 'mailbox' | 'other-mailbox', confirmedAt: string | undefined): CheckState =>
  confirmedAt === undefined ? { kind, state: 'missing' } : { kind, state: 'passed', confirmedAt };

function stateOf(of: Case, kind: NeededCheck, on: AskedWhen): CheckState | undefined {
  switch (kind) {
    case 'earlier-contact':
      return earlierContact(of, on);
    case 'second-look':
      return secondLook(of);
    case 'call-back':
    case 'power-of-attorney':
    case 'certifier':
    case 'receiver':
      return recorded(of, kind, on);
  }
}

function recorded(of: Case, kind: Exclude<NeededCheck, 'earlier-contact'>, { now }: AskedWhen): CheckState {
  const check = of.checks.findLast((one) => one.kind === kind);
  if (!check || (check.result === 'passed' && isStale(of, check))) return { kind, state: 'missing' };
  return { kind, state: hasEnded(check, now) ? 'failed' : check.result, check };
}

const isStale = (of: Case, check: Check): boolean => isOfTheRequest(check.kind) && !isFresh(of, check);
const isOfTheRequest = (kind: CheckKind): boolean => checksOfTheRequest.includes(kind);

/** A power of attorney whose day has come: a partnership's lasts two years at most (19 CFR 141.34; general knowledge, 2026-11). */
const hasEnded = ({ ends }: Check, now: Date): boolean => ends !== undefined && ends < now.toISOString().slice(0, 10);

/** What stands between the case and *cleared to file*: a freeze, checks and answers. Empty when a member may say so. */
export const missingForClearance = (of: Case, on: AskedWhen): string[] => [
  ...(of.frozen ? ['frozen'] : []),
  ...checkStates(of, on).flatMap(({ kind, state }) => (state === 'passed' ? [] : [kind])),
  ...(missingAnswers(of).length > 0 ? ['answers'] : []),
];

export const isReadyToClear = (of: Case, on: AskedWhen): boolean => missingForClearance(of, on).length === 0;
