import * as z from 'zod/mini';
import { requestTypeNames } from '../requests/registry.ts';
import { caseStates } from '../case/case.ts';
import { cardLettersSchema } from './letter-counts.ts';

/** What a list shows of a case: at most 1 KB, kept beside the case in every index. */
export const cardSchema = z.object({
  reference: z.string(),
  digest: z.string(),
  type: z.enum(requestTypeNames),
  state: z.enum(caseStates),
  companyName: z.string(),
  /** Masked: `EIN ending 4567`. */
  importer: z.string(),
  /** How many importer numbers the case holds beside that one. */
  more: z.optional(z.number()),
  openedAt: z.string(),
  dueAt: z.string(),
  closedAt: z.optional(z.string()),
  /** The last move of a person, and whose: a member's mailbox or `importer`. */
  movedAt: z.optional(z.string()),
  movedBy: z.optional(z.string()),
  firstMoveAt: z.optional(z.string()),
  assignee: z.optional(z.string()),
  /** The contact's mailbox was confirmed. */
  confirmed: z.boolean(),
  /** A flag was raised by hand, or the case weighs much. */
  flagged: z.boolean(),
  /** It weighs much. */
  risky: z.optional(z.literal(true)),
  /** Somebody says that this was not them. A card of before there was such a thing is not. */
  frozen: z._default(z.boolean(), false),
  cleared: z.boolean(),
  /** A letter is put aside: it could not be sent for 72 hours, or the team never got it. */
  parked: z.boolean(),
  /** A letter waits until a member lets it go. */
  held: z._default(z.boolean(), false),
  /** Letters to a mailbox that the request names come back. */
  unreached: z.optional(z.literal(true)),
  /** What became of its letters. A card of before there were counts has none. */
  letters: z.optional(cardLettersSchema),
  outcome: z.optional(z.string()),
  version: z.number(),
});

export type Card = z.infer<typeof cardSchema>;
