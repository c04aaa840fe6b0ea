import { writeLetter } from '#letters/write-letter.ts';
import type { Leased, PayDesk } from './lease-letter.ts';
import type { Mail } from './ports.ts';

/** A letter as a mail: its words, its link, and where it goes. What is answered reaches the team at a mailbox that is well. */
export function mailOf({ case: of, letter, to, replyTo, link }: Leased, { broker, siteUrl }: PayDesk): Mail {
  return {
    from: { name: broker.name, address: broker.mailFrom },
    to,
    replyTo,
    conversation: of.reference,
    kind: letter.kind,
    letter: { reference: of.reference, digest: of.digest, id: letter.id },
    ...(letter.mayBeTwice && { mayBeTwice: true }),
    ...writeLetter({ case: of, broker, siteUrl, letter, ...(link !== undefined && { link }) }),
  };
}
