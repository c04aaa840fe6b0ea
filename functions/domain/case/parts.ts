import * as z from 'zod/mini';

/** The parts of a case as they are stored. Times are ISO 8601 in UTC; people are named by their mailbox, with their name as it was then. */
export const time = z.iso.datetime();

/** Who a letter is for. Addresses stay in the answers and the broker's configuration; a letter only says which. */
const reader = z.enum(['team', 'contact', 'other-mailbox']);

/**
 * A letter is a debt: owed until it is sent, or parked after its last try for the team to see.
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
    'converted',
    'team-reply',
    'team-alert',
  ]),
  to: reader,
  /** What on the case it tells of: a question's id, for example. */
  about: z.optional(z.string()),
  state: z.enum(['owed', 'sent', 'parked']),
  owedSince: time,
  /** Not tried before this time. */
  nextAt: time,
  attempts: z.number(),
  leasedUntil: z.optional(time),
  sentAt: z.optional(time),
  messageId: z.optional(z.string()),
  lastFailure: z.optional(z.string()),
});

/** What happened: `who` is `importer`, `desk` (the machine itself) or a member's mailbox. */
export const timelineSchema = z.object({
  at: time,
  who: z.string(),
  /** A member's name, as it was then. */
  name: z.optional(z.string()),
  /** An event's code; its words stand with the page that shows it. */
  what: z.string(),
  /** What a person wrote with it: a note, a reason, a question. */
  text: z.optional(z.string()),
  /** What the event's words name: a check, an outcome, another member. */
  about: z.optional(z.record(z.string(), z.string())),
});

const by = { at: time, who: z.string(), name: z.string() };

/** The checks that clearance asks for. `mailbox` is never recorded by hand: the importer confirms it. */
export const checkKinds = ['call-back', 'power-of-attorney', 'certifier', 'receiver'] as const;

/** One check as a member recorded it. The last one of a kind counts. */
export const checkSchema = z.object({
  ...by,
  kind: z.enum(checkKinds),
  result: z.enum(['passed', 'failed']),
  /** Who was spoken to, or who signed. */
  person: z.string(),
  /** Where the number or the paper comes from: always the broker's own client file, never the request. */
  source: z.string(),
  /** When it was signed or said, as a date, where the check asks for it. */
  on: z.optional(z.iso.date()),
  note: z.optional(z.string()),
});

export const questionSchema = z.object({
  ...by,
  id: z.string(),
  text: z.string(),
  /** Of a prepared question: its id in the type's texts. */
  prepared: z.optional(z.string()),
  answeredAt: z.optional(time),
  answer: z.optional(z.string()),
});

/** What CBP answered or what became of the case. Told to the importer only when `releasedAt` is there. */
export const outcomeSchema = z.object({
  ...by,
  code: z.string(),
  values: z.record(z.string(), z.string()),
  /** What the member adds for the importer, in the importer's language. */
  words: z.optional(z.string()),
  releasedAt: z.optional(time),
  /** Why a licensed member recorded it without clearance. */
  override: z.optional(z.string()),
});

/** A link that was mailed: its hash only. Bound to this case, one mailbox and one purpose. */
export const linkSchema = z.object({
  /** SHA-256 of the token, hexadecimal. */
  hash: z.string(),
  purpose: z.enum(['confirm', 'case']),
  mailbox: z.enum(['contact', 'other-mailbox']),
  letterId: z.string(),
  madeAt: time,
  expiresAt: time,
});

const address = z.object({
  lines: z.readonly(z.array(z.string())),
  city: z.string(),
  state: z.string(),
  postal: z.string(),
});

/** What CBP's record shows, read from a pasted KR answer (`domain/abi/kr/on-file.ts`). */
export const onFileSchema = z.object({
  result: z.enum(['0', '1', '2', '3', '4']),
  abbreviatedName: z.exactOptional(z.string()),
  legalName: z.exactOptional(z.string()),
  secondName: z.exactOptional(z.object({ qualifier: z.enum(['DBA', 'DIV', 'AKA']), name: z.string() })),
  mailing: z.exactOptional(address),
  physical: z.exactOptional(address),
  center: z.exactOptional(z.string()),
});

export type Letter = z.infer<typeof letterSchema>;
export type LetterKind = Letter['kind'];
export type TimelineEntry = z.infer<typeof timelineSchema>;
export type CheckKind = (typeof checkKinds)[number];
export type Check = z.infer<typeof checkSchema>;
export type Question = z.infer<typeof questionSchema>;
export type RecordedOutcome = z.infer<typeof outcomeSchema>;
export type MailedLink = z.infer<typeof linkSchema>;
export type LinkPurpose = MailedLink['purpose'];
export type Mailbox = MailedLink['mailbox'];
