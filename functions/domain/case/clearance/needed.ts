import { requestTypes } from '../../requests/registry.ts';
import type { RequestTypeName } from '../../requests/registry.ts';
import type { Gate } from '../../requests/request-type.ts';
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
 * What must be on record before anything is filed or released, by what a type does. A request to change the email of a 5106
 * is an attempt to take over the importer's ACE account until it is proven otherwise, and a notify party is an attempt on the
 * money itself; a name told to a stranger is half the way there. So for what we tell: power of attorney, and a receiver whom
 * our own client file knows. Advice tells nothing of CBP's record and files nothing: there is nothing to clear.
 */
const gates: Readonly<Record<Gate, readonly NeededCheck[]>> = {
  files: filingGate,
  tells: ['power-of-attorney', 'receiver'],
  advises: [],
};

const gateOf = (type: RequestTypeName): Gate => requestTypes[type].gate;

export const neededChecks = (type: RequestTypeName): readonly NeededCheck[] => gates[gateOf(type)];

/** Whether anything of the type is to be cleared at all. */
export const isToClear = (type: RequestTypeName): boolean => gateOf(type) !== 'advises';

/** Checks of what was asked. Passed before the case became another request, got its last answers, or was frozen, they prove nothing. */
export const checksOfTheRequest: readonly CheckKind[] = [
  'call-back',
  'certifier',
  'receiver',
  'second-person',
  'letter-on-file',
  'second-look',
];
