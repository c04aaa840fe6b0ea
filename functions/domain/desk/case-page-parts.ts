import * as z from 'zod/mini';
import { onFileSchema } from '../case/parts.ts';

/** Parts of a case's page: how the case may end, and the tools that file. */
const outcomeField = z.object({
  name: z.string(),
  label: z.string(),
  hint: z.optional(z.string()),
  kind: z.enum(['line', 'long-text', 'select', 'radio', 'tick', 'moment']),
  needed: z.boolean(),
  max: z.optional(z.number()),
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
  /** Words to start from, in the importer's language. */
  start: z.optional(z.string()),
});

export const outcomeOffer = z.object({
  code: z.string(),
  name: z.string(),
  /** When it is the right one. */
  when: z.string(),
  needsClearance: z.boolean(),
  turnsInto: z.optional(z.string()),
  /** An earlier contact who was told of the request hears of it. */
  tellsEarlierContact: z.optional(z.literal(true)),
  /** Words to start from, in the importer's language. */
  start: z.optional(z.string()),
  fields: z.array(outcomeField),
});

/** A reason to decline or to close. */
export const reasonOffer = z.object({
  reason: z.string(),
  name: z.string(),
  when: z.string(),
  start: z.optional(z.string()),
});

/** An importer number beside the one that the case goes by, and what CBP's record shows of it. */
export const moreNumber = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['ein', 'cbp', 'ssn']),
  masked: z.string(),
  shown: z.optional(z.string()),
  onFile: z.optional(onFileSchema),
});

const worksheetRow = z.object({
  field: z.string(),
  label: z.string(),
  block: z.string(),
  value: z.optional(z.string()),
  parts: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
  source: z.enum(['kr', 'request', 'client-file', 'fixed']),
  /** What fitting did to it, in words. */
  changed: z.array(z.string()),
  /** Characters that the screen takes. */
  max: z.optional(z.number()),
  note: z.optional(z.string()),
});

/** Opened by clearance: until then the door sends none of it. */
export const tools = z.object({
  /** The `KI` input line of all its numbers; none where there is nothing but a Social Security number, or nothing to ask. */
  kiLine: z.optional(z.string()),
  worksheet: z.optional(
    z.object({
      rows: z.array(worksheetRow),
      /** What the importer says otherwise than CBP's record, and what to do about it. */
      differences: z.array(
        z.object({
          label: z.string(),
          requested: z.string(),
          onFile: z.string(),
          settle: z.enum(['bond-rider', 'look']),
          advice: z.string(),
        }),
      ),
      missing: z.array(z.string()),
      /** Nothing is missing and no difference wants a bond rider. */
      ready: z.boolean(),
    }),
  ),
});

/** Whether this member may make the second look, or why not; who looked first, by calling back. */
export const look = z.object({
  first: z.optional(z.object({ who: z.string(), name: z.string(), licensed: z.optional(z.literal(true)) })),
  refused: z.optional(z.enum(['look-first', 'not-your-own-look', 'no-licence-in-look', 'too-soon'])),
  /** Of `too-soon`: when it may be made. */
  until: z.optional(z.string()),
  /** There is no other member. */
  solo: z.optional(z.literal(true)),
});

export const erasure = z.object({
  askedAt: z.optional(z.string()),
  /** By when the importer was told that we decide. */
  dueAt: z.optional(z.string()),
  stays: z.array(z.string()),
  /** When a member deleted it: it goes when its last letter is settled. */
  doneAt: z.optional(z.string()),
});

/** Mailboxes that the request names and our letters do not reach, and the phone numbers that it holds: to talk, not to check. */
export const unreached = z.object({
  mailboxes: z.array(
    z.object({
      mailbox: z.enum(['contact', 'other-mailbox']),
      address: z.string(),
      since: z.string(),
      /** Letters come back, or their reader says that they are spam. */
      why: z.enum(['bounced', 'complained']),
    }),
  ),
  /** `dial`: what a phone calls, for a number that can be read. */
  phones: z.array(z.object({ name: z.string(), label: z.string(), number: z.string(), dial: z.optional(z.string()) })),
});

export type ReasonOffer = z.infer<typeof reasonOffer>;
export type OutcomeOffer = z.infer<typeof outcomeOffer>;
export type WorksheetRow = z.infer<typeof worksheetRow>;
