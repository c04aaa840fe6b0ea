import * as z from 'zod/mini';
import { time } from './parts.ts';

/** Who a letter is for. Addresses stay in the answers and the broker's configuration; a letter only says which. */
const reader = z.enum(['team', 'contact', 'other-mailbox', 'earlier-contact']);

/** What the mail service told of it, the earliest of its kind (`delivery.ts`): late, twice and in any order, so nothing here is a step. */
const toldSchema = z.object({
  takenAt: z.optional(time),
  deliveredAt: z.optional(time),
  /** It is tried again there, for hours perhaps. */
  delayedAt: z.optional(time),
  /** A machine answered for somebody who is away: it says neither that it arrived nor that it did not. */
  answeredAt: z.optional(time),
  complainedAt: z.optional(time),
  rejectedAt: z.optional(time),
});

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
   * Why it is held: too many letters to its mailbox; its request came without the proof that was asked for; letters to its
   * mailbox come back, or its reader called one spam; its case was restored from a copy, and the letter may have gone out since.
   */
  heldFor: z.optional(z.enum(['budget', 'proof', 'bounced', 'complained', 'restored'])),
  owedSince: time,
  /** Not tried before this time. */
  nextAt: time,
  attempts: z.number(),
  leasedUntil: z.optional(time),
  sentAt: z.optional(time),
  /** The mails that carried it, by the mail service's ids: one, or two where the answer to the first was lost. */
  mails: z.optional(z.array(z.string())),
  lastFailure: z.optional(z.string()),
  /** Of the last try nobody knows whether the mail service took it: the next mail says so. */
  unsure: z.optional(z.literal(true)),
  /** It was sent again after such a try. */
  mayBeTwice: z.optional(z.literal(true)),
  /** It was not taken within a minute. */
  late: z.optional(z.literal(true)),
  /** What the mail service told since, each the earliest time of its kind. */
  told: z.optional(toldSchema),
  /** It was sent, and came back: its reader was not told. */
  bouncedAt: z.optional(time),
  /** Why, in the mail service's words. */
  bounce: z.optional(z.object({ type: z.enum(['permanent', 'transient', 'undetermined']), sub: z.string() })),
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
export type Told = z.infer<typeof toldSchema>;
