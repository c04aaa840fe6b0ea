import type { Member } from '#domain/broker/broker.ts';

/**
 * A member's sign-in, kept by the desk and not by the browser, so that it can be ended from here. `half`: the mailed
 * link was used, the second factor is still missing. Times are ISO 8601.
 */
export type Session = {
  /** SHA-256 of the cookie's secret, hexadecimal. */
  readonly id: string;
  readonly email: string;
  readonly stage: 'half' | 'full';
  readonly startedAt: string;
  readonly seenAt: string;
  /** Not used after this, whatever happens: 12 hours for a full one, 15 minutes for a half one. */
  readonly expiresAt: string;
  /** What the browser must sign to go on with a passkey. */
  readonly challenge?: string;
};

/** Who stands at the door: a live session, and the member as the configuration names them today. */
export type Caller = { readonly session: Session; readonly member: Member };

/** Reads the cookie's secret; nothing for a stranger, an ended or expired session, or somebody who is no member any more. */
export type Gate = (secret: string | undefined) => Promise<Caller | undefined>;
