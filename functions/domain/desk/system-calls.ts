import * as z from 'zod/mini';
import { systemSchema } from './system.ts';

/** What a member tells the desk of itself, and what every page of the desk asks. */
export const mailboxCallSchema = z.strictObject({
  /** One of the team's mailboxes. */
  mailbox: z.string().check(z.trim(), z.minLength(1), z.maxLength(254)),
  is: z.literal('well'),
});

export const mailboxCalledSchema = z.object({
  mailboxes: systemSchema.shape.mailboxes,
  /** On so many cases the team is owed again what came back. */
  again: z.number(),
});

/** What somebody has to look after now; the system page says more of it. */
export const alarmsSchema = z.object({
  /** The team's mailboxes that fail. */
  mailboxes: systemSchema.shape.mailboxes,
  /** Not one of them is well: nobody is told of a new request by mail. */
  noneWell: z.boolean(),
  /** A request was accepted in the last day and is not stored. */
  missing: z.boolean(),
  /** A letter is not tried any more. */
  parked: z.boolean(),
  /** A record could not be worked on. */
  stuck: z.boolean(),
});

export type MailboxCalled = z.infer<typeof mailboxCalledSchema>;
export type Alarms = z.infer<typeof alarmsSchema>;
