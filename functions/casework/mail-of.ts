import type { Broker } from '#domain/broker/broker.ts';
import type { Case, Letter } from '#domain/case/case.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';
import { writeLetter } from '#letters/write-letter.ts';
import type { Mail } from './ports.ts';

/** A letter as a mail: its words, and the address that its reader has by now. */
export function mailOf(letter: Letter, on: { case: Case; broker: Broker; siteUrl: string }): Mail {
  return {
    from: { name: on.broker.name, address: on.broker.mailFrom },
    to: addressOf(letter, on.case, on.broker),
    replyTo: on.broker.teamMailboxes[0],
    conversation: on.case.reference,
    kind: letter.kind,
    ...writeLetter(letter, on),
  };
}

function addressOf(letter: Letter, of: Case, broker: Broker): string {
  switch (letter.to) {
    case 'team':
      return broker.teamMailboxes[0];
    case 'contact':
      return of.answers['contactEmail'] ?? '';
    case 'other-mailbox':
      return otherMailboxOf(of.type, of.answers) ?? '';
  }
}
