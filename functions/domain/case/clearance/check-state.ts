import type { Broker } from '../../broker/broker.ts';
import type { Check, Telling } from '../parts.ts';
import type { NeededCheck } from './needed.ts';

/** When it is asked how things stand, and for whom: holds run in the broker's office hours. */
export type AskedWhen = {
  readonly now: Date;
  readonly broker: Pick<Broker, 'officeHours' | 'holdWorkingDays' | 'members'>;
};

export type CheckState = {
  readonly kind: NeededCheck | 'mailbox' | 'other-mailbox';
  /** `waiting`: all is done, and its time is not over yet. */
  readonly state: 'passed' | 'failed' | 'missing' | 'waiting';
  /** The record that counts: the last one. None for a mailbox, which its reader confirms. */
  readonly check?: Check;
  /** When a mailbox was confirmed. */
  readonly confirmedAt?: string;
  /** The earlier contact that was told. */
  readonly telling?: Telling;
  /** When the waiting ends (ISO); unknown while the letter has not left. */
  readonly until?: string;
};
