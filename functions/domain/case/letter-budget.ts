import { isFreeMail } from '../risk/free-mail.ts';
import { mailboxKey, otherMailboxOf } from '../requests/mailboxes.ts';
import type { Case, Letter, LetterKind } from './case.ts';

/** Letters that a stranger can order by typing an address. What a member's work makes due is none of them. */
const ordered: readonly LetterKind[] = ['contact-received', 'mailbox-named', 'case-link'];

/**
 * So many of them a day: to one mailbox, so that nobody can fill it by our form; to all of a domain, so that nobody can fill
 * a company's by making up names. An agent who files for ten companies in a day stays below; what is above, a member lets
 * go by hand.
 */
export const lettersADay = { mailbox: 30, domain: 150 } as const;

/** The address that a letter may cost a budget for; undefined for one that a stranger cannot order, or whose reader said that they read it. The canary writes to itself all day. */
export function budgetedMailbox(of: Case, { kind, to, letGo, attempts }: Letter): string | undefined {
  // A letter that is tried again was counted when it was tried first.
  if (!ordered.includes(kind) || letGo || attempts > 0 || of.canary) return undefined;
  if (to === 'contact') return of.confirmed.contact === undefined ? of.answers['contactEmail'] : undefined;
  if (to !== 'other-mailbox' || of.confirmed['other-mailbox'] !== undefined) return undefined;
  return otherMailboxOf(of.type, of.answers);
}

/** One reader's mailbox, however it is written: `R.Alvarez+x@gmail.com` is `ralvarez@gmail.com`. Only Gmail ignores dots. */
export function sameMailbox(address: string): { readonly mailbox: string; readonly domain: string } {
  const [name = '', domain = ''] = mailboxKey(address).split(/@(?=[^@]*$)/);
  const plain = name.replace(/\+.*$/, '');
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com';
  return isGmail
    ? { mailbox: `${plain.replaceAll('.', '')}@gmail.com`, domain: 'gmail.com' }
    : { mailbox: `${plain}@${domain}`, domain };
}

export type LetterBudget = { readonly key: string; readonly most: number };

/** The budgets that a letter to this address is taken from, on a day in UTC. */
export function budgetsOf(address: string, now: Date): LetterBudget[] {
  const { mailbox, domain } = sameMailbox(address);
  const day = now.toISOString().slice(0, 10);
  return [
    { key: `${day} ${mailbox}`, most: lettersADay.mailbox },
    ...(isFreeMail(domain) ? [] : [{ key: `${day} @${domain}`, most: lettersADay.domain }]),
  ];
}
