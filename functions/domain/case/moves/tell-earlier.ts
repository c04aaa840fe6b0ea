import { readEmail } from '../../requests/read-field.ts';
import { isUnder } from '../../requests/mail-domain.ts';
import { otherMailboxOf } from '../../requests/mailboxes.ts';
import type { Case } from '../case.ts';
import { sameMailbox } from '../letter-budget.ts';
import { owing } from '../owe.ts';
import type { Move } from './move.ts';
import { inHand, refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** Telling an earlier contact of the client file that a change was asked for. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

const LONGEST_MAILBOX = 254;

/** What is wrong with a mailbox as an earlier contact's: whoever reads the new one, or who asks, would be asked about themselves. */
function problemOf(of: Case, mailbox: string, { broker }: MoveContext): string | undefined {
  const read = readEmail({ kind: 'email', max: LONGEST_MAILBOX, needed: true }, mailbox);
  if ('code' in read) return read.code;
  // `x+old@gmail.com` is read by who reads `x@gmail.com`.
  const { mailbox: key } = sameMailbox(mailbox);
  const named = [otherMailboxOf(of.type, of.answers), of.answers['newEmail']].map(
    (one) => sameMailbox(one ?? '').mailbox,
  );
  if (named.includes(key)) return 'the-new-mailbox';
  if (key === sameMailbox(of.answers['contactEmail'] ?? '').mailbox) return 'the-requester';
  return isUnder(mailbox, broker.ownDomains) ? 'own-domain' : undefined;
}

export function tellEarlier(of: Case, { mailbox, source }: Of<'tell-earlier'>, on: MoveContext): Step {
  const code = problemOf(of, mailbox, on);
  if (code !== undefined) return refused({ code: 'values', problems: [{ field: 'mailbox', code }] });
  const isInRequest = sameMailbox(of.answers['oldEmail'] ?? '').mailbox === sameMailbox(mailbox).mailbox;
  const id = `t${of.tellings.length + 1}`;
  const tellings = [...of.tellings, { ...signed(on), id, mailbox, source }];
  return {
    next: owing({ ...inHand(of, on), tellings }, on.now.toISOString(), {
      ...({ kind: 'earlier-contact', to: 'earlier-contact', about: id } as const),
    }),
    // Typed by whoever asks, it may have been made for this: who looks at the case is told.
    entry: { what: 'told-earlier', about: { telling: id, mailbox, source, ...(isInRequest && { inRequest: 'yes' }) } },
  };
}

/** The letter came back, as a member saw: its reader was told nothing. */
export function cameBack(of: Case, { telling: id, note }: Of<'came-back'>, on: MoveContext): Step {
  const telling = of.tellings.find((one) => one.id === id);
  if (!telling || telling.cameBackAt !== undefined) return refused({ code: 'no-such-telling' });
  const tellings = of.tellings.map((one) => (one === telling ? { ...one, cameBackAt: on.now.toISOString() } : one));
  return {
    next: { ...of, tellings },
    entry: {
      what: 'came-back',
      ...(note !== undefined && { text: note }),
      about: { telling: id, mailbox: telling.mailbox },
    },
  };
}
