import type { Letter } from './letter-parts.ts';

/** What is known of a letter. `sent`: the mail service took it, and told no more. `unclear`: a machine answered, that is all. */
export type Delivery = Letter['state'] | 'delivered' | 'delayed' | 'bounced' | 'complained' | 'rejected' | 'unclear';

type Known = Pick<Letter, 'state' | 'told' | 'bouncedAt'>;

/**
 * What became of a letter, as far as anybody knows. `delivered` says that its reader's mail server took it, never that
 * somebody read it. A bounce after a delivery counts: some servers take a mail first and send it back later.
 */
export function deliveryOf({ state, told = {}, bouncedAt }: Known): Delivery {
  if (state !== 'sent') return state;
  if (told.rejectedAt !== undefined) return 'rejected';
  if (bouncedAt !== undefined) return 'bounced';
  if (told.complainedAt !== undefined) return 'complained';
  if (told.deliveredAt !== undefined) return 'delivered';
  if (told.delayedAt !== undefined) return 'delayed';
  return told.answeredAt === undefined ? 'sent' : 'unclear';
}

/** Its reader does not have it, as far as anybody knows. */
export const isLost = (letter: Known): boolean => ['bounced', 'rejected', 'parked'].includes(deliveryOf(letter));

/** Whether a member can send it: it waits, or did not reach its reader. */
export const mayGo = (letter: Known): boolean => letter.state === 'held' || isLost(letter);
