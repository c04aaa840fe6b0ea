import type { Broker } from '#domain/broker/broker.ts';
import type { Case, Letter } from '#domain/case/case.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';
import { writeLetter } from '#letters/write-letter.ts';
import type { Leased } from './lease-letter.ts';
import type { Mail } from './ports.ts';

export type MailAbout = { readonly broker: Broker; readonly siteUrl: string };

/** A letter as a mail: its words, its link, and the address that its reader has by now. */
export function mailOf({ case: of, letter, link }: Leased, { broker, siteUrl }: MailAbout): Mail {
  return {
    from: { name: broker.name, address: broker.mailFrom },
    to: addressOf(letter, of, broker),
    replyTo: broker.teamMailboxes[0],
    conversation: of.reference,
    kind: letter.kind,
    ...writeLetter({ case: of, broker, siteUrl, letter, ...(link !== undefined && { link }) }),
  };
}

/** The canary's letters all go to its own mailbox: the team is not to read 96 of them a day. */
function addressOf(letter: Letter, of: Case, broker: Broker): string {
  if (of.canary) return of.answers['contactEmail'] ?? '';
  switch (letter.to) {
    case 'team':
      return broker.teamMailboxes[0];
    case 'contact':
      return of.answers['contactEmail'] ?? '';
    case 'earlier-contact':
      return of.tellings.find(({ id }) => id === letter.about)?.mailbox ?? '';
    case 'other-mailbox':
      return otherMailboxOf(of.type, of.answers) ?? '';
  }
}
