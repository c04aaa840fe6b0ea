import * as z from 'zod/mini';
import { readReference } from '../case/reference.ts';
import type { CaseReference } from '../case/reference.ts';
import { time } from '../case/parts.ts';

/**
 * The small things that the desk keeps beside cases, as they are stored. `rev` is raised by every write, and each write
 * is conditional on the one it read. After `keptUntil` the store may forget the item; what a thing is good for ends by
 * its own times, which the stories check, since stores forget late. Secrets are here as SHA-256 in hexadecimal only.
 */
const kept = { id: z.string(), rev: z.number(), keptUntil: z.optional(time) };

/** Somebody asked for a link by mail: to sign in, or to a case. Settled, it forgets who asked. */
export const askSchema = z.object({
  ...kept,
  purpose: z.enum(['sign-in', 'case']),
  mailbox: z.string(),
  reference: z.optional(
    z.custom<CaseReference>((value) => typeof value === 'string' && readReference(value) === value),
  ),
  state: z.enum(['owed', 'settled']),
  askedAt: time,
  /** Not tried before this time. */
  nextAt: time,
  leasedUntil: z.optional(time),
  attempts: z.number(),
});

/** A mailed link to sign in; `id` is the hash of its token. */
export const signInLinkSchema = z.object({
  ...kept,
  email: z.string(),
  madeAt: time,
  expiresAt: time,
  usedAt: z.optional(time),
});

/**
 * A member's sign-in, kept by the desk and not by the browser, so that it can be ended from here. `half`: the mailed
 * link was used, the second factor is still missing.
 */
export const sessionSchema = z.object({
  /** The hash of the cookie's secret. */
  ...kept,
  email: z.string(),
  stage: z.enum(['half', 'full']),
  startedAt: time,
  seenAt: time,
  /** Not used after this, whatever happens: 12 hours for a full one, 15 minutes for a half one. */
  expiresAt: time,
  endedAt: z.optional(time),
  /** What the browser must sign to go on with a passkey; good for one try. */
  challenge: z.optional(z.string()),
});

/** A passkey as its authenticator gave it: the public half. */
export const passkeySchema = z.object({
  id: z.string(),
  /** Base64url. */
  publicKey: z.string(),
  /** Of signatures; stays 0 where the authenticator does not count. One that goes back is a copy at work. */
  counter: z.number(),
  transports: z.array(z.string()),
  /** It may live on several devices (`multiDevice`), and does (`backedUp`). */
  deviceType: z.string(),
  backedUp: z.boolean(),
  name: z.string(),
  madeAt: time,
  usedAt: z.optional(time),
});

/** What the desk knows of a member beside the configuration; `id` is the mailbox in lower case. */
export const memberItemSchema = z.object({
  ...kept,
  passkeys: z.array(passkeySchema),
  /** Sessions that began by then are dead. */
  sessionsFrom: z.optional(time),
  /** A code to enrol a passkey with, made by a licensed member. */
  code: z.optional(z.object({ hash: z.string(), madeBy: z.string(), madeAt: time, expiresAt: time })),
  /** Codes of the configuration that were used: each works once. */
  spentCodes: z.array(z.string()),
  wrongCodes: z.number(),
  lockedUntil: z.optional(time),
});

/** A way to the identity provider that began in a browser; `id` is the hash of its state. */
export const providerTripSchema = z.object({ ...kept, expiresAt: time, usedAt: z.optional(time) });

/** How many letters went to an address in a day that a stranger typed; `id` is a hash of the address and the day. */
export const budgetSchema = z.object({ ...kept, letters: z.number() });

/**
 * A mailbox whose letters came back for good, or whose reader called one spam; `id` is the SHA-256 of the address. Mailboxes
 * of strangers that are well have no item. Each time is the latest of its kind.
 */
export const mailboxItemSchema = z.object({
  ...kept,
  bouncedAt: z.optional(time),
  complainedAt: z.optional(time),
  /** A later letter was delivered there. */
  wellAt: z.optional(time),
  /** A member says that it works again. */
  saidWellAt: z.optional(time),
});

export type MailboxItem = z.infer<typeof mailboxItemSchema>;
export type Ask = z.infer<typeof askSchema>;
export type SignInLink = z.infer<typeof signInLinkSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Passkey = z.infer<typeof passkeySchema>;
export type MemberItem = z.infer<typeof memberItemSchema>;
export type Budget = z.infer<typeof budgetSchema>;
export type ProviderTrip = z.infer<typeof providerTripSchema>;
