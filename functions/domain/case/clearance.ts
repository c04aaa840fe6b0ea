import type { RequestTypeName } from '../requests/registry.ts';
import { otherMailboxOf } from '../requests/mailboxes.ts';
import type { Case } from './case.ts';
import type { Check, CheckKind } from './parts.ts';

/**
 * What must be on record before anything is filed or released, by request type. A request to change the email of a 5106
 * is an attempt to take over the importer's ACE account until it is proven otherwise; a name told to a stranger is half
 * the way there. So for a name: power of attorney, and a receiver whom our own client file knows.
 */
export const neededChecks: Readonly<Record<RequestTypeName, readonly CheckKind[]>> = {
  'name-query': ['power-of-attorney', 'receiver'],
  'email-update': ['call-back', 'power-of-attorney', 'certifier'],
};

export type CheckState = {
  readonly kind: CheckKind | 'mailbox' | 'other-mailbox';
  readonly state: 'passed' | 'failed' | 'missing';
  /** The record that counts: the last one. None for a mailbox, which its reader confirms. */
  readonly check?: Check;
  /** When a mailbox was confirmed. */
  readonly confirmedAt?: string;
};

/** Every check the case needs, in the order of work, and how it stands. */
export function checkStates(of: Case): CheckState[] {
  return [
    mailbox('mailbox', of.confirmed.contact),
    ...(otherMailboxOf(of.type, of.answers) === undefined
      ? []
      : [mailbox('other-mailbox', of.confirmed['other-mailbox'])]),
    ...neededChecks[of.type].map((kind): CheckState => {
      const check = of.checks.findLast((one) => one.kind === kind);
      return check ? { kind, state: check.result, check } : { kind, state: 'missing' };
    }),
  ];
}

const mailbox = (kind: 'mailbox' | 'other-mailbox', confirmedAt: string | undefined): CheckState =>
  confirmedAt === undefined ? { kind, state: 'missing' } : { kind, state: 'passed', confirmedAt };

/** Whether nothing is missing for *cleared to file*. A member still has to say so. */
export const isReadyToClear = (of: Case): boolean => checkStates(of).every(({ state }) => state === 'passed');
