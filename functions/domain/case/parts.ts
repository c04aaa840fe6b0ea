import * as z from 'zod/mini';

/** The parts of a case as they are stored. Times are ISO 8601 in UTC; people are named by their mailbox, with their name as it was then. */
export const time = z.iso.datetime();

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

/** The checks that members record for a clearance. Mailboxes are never recorded by hand: their readers confirm them. */
export const checkKinds = [
  'call-back',
  'power-of-attorney',
  'certifier',
  'receiver',
  /** Where no earlier contact can be told by mail: another person of the client file was called. */
  'second-person',
  /** Or a letter went to the address on file. */
  'letter-on-file',
  /** Another named member looks again. */
  'second-look',
] as const;

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
  /** When a power of attorney ends, where the paper says so. */
  ends: z.optional(z.iso.date()),
  note: z.optional(z.string()),
  /** Who recorded it held a licence then. */
  licensed: z.optional(z.literal(true)),
  /** Of a second look: there is no other member, and the same one looked again after a working day. */
  solo: z.optional(z.literal(true)),
});

/** Somebody whom the client file names as an earlier contact is told by mail that a change was asked for. */
export const tellingSchema = z.object({
  ...by,
  id: z.string(),
  /** From the broker's own client file, never from the request. */
  mailbox: z.string(),
  /** Where in the client file it stands. */
  source: z.string(),
  /** When it is known that the letter did not reach anybody, and that it was not them. */
  cameBackAt: z.optional(time),
  notUsAt: z.optional(time),
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

export type TimelineEntry = z.infer<typeof timelineSchema>;
export type CheckKind = (typeof checkKinds)[number];
export type Check = z.infer<typeof checkSchema>;
export type Question = z.infer<typeof questionSchema>;
export type RecordedOutcome = z.infer<typeof outcomeSchema>;
export type Telling = z.infer<typeof tellingSchema>;
