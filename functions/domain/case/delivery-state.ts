import type { Case } from './case.ts';
import type { Letter, Mailbox } from './letter-parts.ts';

/**
 * Where a letter is, as far as anybody knows. `sent`: the mail service took it. `delivered`: so did the reader's mail
 * server, which is all that can be known. `unclear`: it may have left, for an answer was lost, and is sent again.
 */
export type Delivery =
  'owed' | 'sent' | 'delivered' | 'delayed' | 'bounced' | 'complained' | 'rejected' | 'parked' | 'held' | 'unclear';

type Known = Pick<Letter, 'state' | 'bouncedAt' | 'told' | 'unsure' | 'mayBeTwice'>;

/** Worked out from times, whatever order they came in: what is bad for the reader counts before what is good. */
export function deliveryOf({ state, bouncedAt, told = {}, unsure, mayBeTwice }: Known): Delivery {
  if (state === 'owed') return unsure || mayBeTwice ? 'unclear' : 'owed';
  if (state !== 'sent') return state;
  if (told.rejectedAt !== undefined) return 'rejected';
  if (told.complainedAt !== undefined) return 'complained';
  if (bouncedAt !== undefined) return 'bounced';
  if (told.deliveredAt !== undefined) return 'delivered';
  return told.delayedAt === undefined ? 'sent' : 'delayed';
}

/** A mailbox of the case that our letters do not reach, and since when. */
export type Unreached = { readonly mailbox: Mailbox; readonly since: string };

const mailboxes = ['contact', 'other-mailbox', 'earlier-contact'] as const;

/** The mailboxes whose letters come back, or wait because they would. A later letter that arrives, or its reader's word, mends it. */
export const unreachedMailboxes = (of: Pick<Case, 'letters' | 'confirmed'>): Unreached[] =>
  mailboxes.flatMap((mailbox) => {
    const letters = of.letters.filter(({ to }) => to === mailbox);
    const [reached = ''] = [...letters.flatMap(arrivedAt), ...confirmedAt(of, mailbox)].sort().reverse();
    const [since] = letters
      .flatMap(failedAt)
      .filter((at) => at > reached)
      .sort();
    return since === undefined ? [] : [{ mailbox, since }];
  });

const arrivedAt = (letter: Letter): string[] =>
  deliveryOf(letter) === 'delivered' ? [letter.told?.deliveredAt ?? ''] : [];

const confirmedAt = ({ confirmed }: Pick<Case, 'confirmed'>, mailbox: Mailbox): string[] => {
  const at = mailbox === 'earlier-contact' ? undefined : confirmed[mailbox];
  return at === undefined ? [] : [at];
};

function failedAt({ state, heldFor, owedSince, bouncedAt, told = {} }: Letter): string[] {
  if (state === 'held') return heldFor === 'bounced' || heldFor === 'complained' ? [owedSince] : [];
  return [bouncedAt, told.complainedAt].filter((at) => at !== undefined);
}
