import type { RequestTypeName } from '../../requests/registry.ts';
import type { CheckKind } from '../parts.ts';

/** A check that clearance asks for beside confirmed mailboxes. An earlier contact is told by mail, or else reached in another way. */
export type NeededCheck = Exclude<CheckKind, 'second-person' | 'letter-on-file'> | 'earlier-contact';

/**
 * The gate before anything that is filed with CBP or turns money elsewhere: a change of email, a reactivation, a name or
 * address that changes with a bond rider, a notify party. The order is that of the work: the time of the hold runs while the
 * calls are made. A second look is asked for only where something looks risky (`second-look.ts`).
 */
export const filingGate: readonly NeededCheck[] = [
  'earlier-contact',
  'call-back',
  'power-of-attorney',
  'certifier',
  'second-look',
];

/**
 * What must be on record before anything is filed or released, by request type. A request to change the email of a 5106
 * is an attempt to take over the importer's ACE account until it is proven otherwise; a name told to a stranger is half
 * the way there. So for a name: power of attorney, and a receiver whom our own client file knows.
 */
export const neededChecks: Readonly<Record<RequestTypeName, readonly NeededCheck[]>> = {
  'name-query': ['power-of-attorney', 'receiver'],
  'email-update': filingGate,
};

/** Checks of what was asked. Passed before the case became another request, got its last answers, or was frozen, they prove nothing. */
export const checksOfTheRequest: readonly CheckKind[] = [
  'call-back',
  'certifier',
  'receiver',
  'second-person',
  'letter-on-file',
  'second-look',
];
