import type { CaseReference } from './reference.ts';

/**
 * What the mail service tells of a mail after it took it, in our words. It tells late, twice and in any order, so each
 * is a time on the letter and never a step.
 */
export const mailEventKinds = ['taken', 'delivered', 'delayed', 'bounced', 'complained', 'rejected'] as const;

/**
 * Why a mail came back. `permanent`: nobody reads there, or the service itself will not write there any more. `transient`:
 * a full mailbox, a message too large, or a machine that answers for an absent person. `undetermined`: nobody knows.
 */
export type Bounce = {
  readonly type: 'permanent' | 'transient' | 'undetermined';
  /** The service's own word, `MailboxFull` for one, or ours for what it has no word for: `GIVEN_UP`. */
  readonly sub: string;
};

/** The mail service tried for hours and gave up: the receiver's server was not to be found, or did not take it. */
export const GIVEN_UP = 'GivenUp';

export type MailEvent = {
  readonly kind: (typeof mailEventKinds)[number];
  /** When it happened, as the service says (ISO 8601, UTC). */
  readonly at: string;
  readonly messageId: string;
  /** Where it went: a bare address. Each of our mails goes to one. */
  readonly mailbox: string;
  /** The letter's kind, as we marked the mail: `team-request`, `sign-in-link`. */
  readonly letterKind: string;
  /** Of a case's letter: which. */
  readonly letter?: { readonly reference: CaseReference; readonly digest: string; readonly id: string };
  readonly bounce?: Bounce;
};
