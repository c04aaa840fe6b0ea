import * as z from 'zod/mini';
import { time } from './parts.ts';

/** Who a letter is for. Addresses stay in the answers and the broker's configuration; a letter only says which. */
const reader = z.enum(['team', 'contact', 'other-mailbox', 'earlier-contact']);

/**
 * A letter is a debt: owed until it is sent, or parked after its last try for the team to see. `held`: it would go to an
 * address that a stranger typed, and waits until a member lets it go.
 * `owed` with a lease in the future is being sent by somebody right now.
 */
export const letterSchema = z.object({
  id: z.string(),
  kind: z.enum([
    'team-request',
    'contact-received',
    'mailbox-named',
    'case-link',
    'question',
    'answer-waiting',
    'outcome',
    'declined',
    'closed',
    'erased',
    'converted',
    'team-reply',
    'team-alert',
    'earlier-contact',
    'earlier-contact-filed',
  ]),
  to: reader,
  /** What on the case it tells of: a question's id, for example. */
  about: z.optional(z.string()),
  state: z.enum(['owed', 'sent', 'parked', 'held']),
  /** A member let it go: no budget holds it again. */
  letGo: z.optional(z.literal(true)),
  /**
   * Why it is held: too many letters to its mailbox; its request came without the proof that was asked for; its case was
   * restored from a copy, and the letter may have gone out since.
   */
  heldFor: z.optional(z.enum(['budget', 'proof', 'restored'])),
  owedSince: time,
  /** Not tried before this time. */
  nextAt: time,
  attempts: z.number(),
  leasedUntil: z.optional(time),
  sentAt: z.optional(time),
  messageId: z.optional(z.string()),
  lastFailure: z.optional(z.string()),
  /** It was sent, and came back: its reader was not told. */
  bouncedAt: z.optional(time),
});

/** A link that was mailed: its hash only. Bound to this case, one mailbox and one purpose. */
export const linkSchema = z.object({
  /** SHA-256 of the token, hexadecimal. */
  hash: z.string(),
  /** `not-us`: its reader says that they asked for nothing. */
  purpose: z.enum(['confirm', 'case', 'not-us']),
  mailbox: z.enum(['contact', 'other-mailbox', 'earlier-contact']),
  letterId: z.string(),
  madeAt: time,
  expiresAt: time,
});

export type Letter = z.infer<typeof letterSchema>;
export type LetterKind = Letter['kind'];
export type MailedLink = z.infer<typeof linkSchema>;
export type LinkPurpose = MailedLink['purpose'];
export type Mailbox = MailedLink['mailbox'];
/** Mailboxes that a request names: somebody shows that they are read. */
export type NamedMailbox = Exclude<Mailbox, 'earlier-contact'>;
