import type { Case, Letter } from '#domain/case/case.ts';
import { otherMailboxOf } from '#domain/requests/mailboxes.ts';

/** The address of a letter's reader by now; the team's is chosen among its mailboxes when the letter leaves. */
export function addressOf({ to, about }: Pick<Letter, 'to' | 'about'>, of: Case): string {
  // The team is not to read a hundred letters a day of the canary.
  if (of.canary) return of.answers['contactEmail'] ?? '';
  switch (to) {
    case 'team':
      return '';
    case 'contact':
      return of.answers['contactEmail'] ?? '';
    case 'earlier-contact':
      return of.tellings.find(({ id }) => id === about)?.mailbox ?? '';
    case 'other-mailbox':
      return otherMailboxOf(of.type, of.answers) ?? '';
  }
}
