import type { RequestTypeName } from '../requests/registry.ts';
import { otherMailboxOf } from '../requests/mailboxes.ts';
import type { Case } from './case.ts';
import { missingAnswers } from './completion.ts';
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

/** Checks of what was asked. Passed before the case became another request, or got its last answers, they prove nothing. */
export const checksOfTheRequest: readonly CheckKind[] = ['call-back', 'certifier'];

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
  const asked = askedAt(of);
  return [
    mailbox('mailbox', of.confirmed.contact),
    ...(otherMailboxOf(of.type, of.answers) === undefined
      ? []
      : [mailbox('other-mailbox', of.confirmed['other-mailbox'])]),
    ...neededChecks[of.type].map((kind): CheckState => {
      const check = of.checks.findLast((one) => one.kind === kind);
      if (!check || (check.result === 'passed' && isStale(check, asked))) return { kind, state: 'missing' };
      return { kind, state: check.result, check };
    }),
  ];
}

const mailbox = (kind: 'mailbox' | 'other-mailbox', confirmedAt: string | undefined): CheckState =>
  confirmedAt === undefined ? { kind, state: 'missing' } : { kind, state: 'passed', confirmedAt };

/** When the request last became another one than it was; empty when it is what came in. */
const askedAt = (of: Case): string =>
  [of.was.at(-1)?.at ?? '', of.timeline.findLast(({ what }) => what === 'completed')?.at ?? ''].sort().at(-1) ?? '';

const isStale = ({ kind, at }: Check, asked: string): boolean => checksOfTheRequest.includes(kind) && at <= asked;

/** What stands between the case and *cleared to file*: checks and answers. Empty when a member may say so. */
export const missingForClearance = (of: Case): string[] => [
  ...checkStates(of).flatMap(({ kind, state }) => (state === 'passed' ? [] : [kind])),
  ...(missingAnswers(of).length > 0 ? ['answers'] : []),
];

export const isReadyToClear = (of: Case): boolean => missingForClearance(of).length === 0;
