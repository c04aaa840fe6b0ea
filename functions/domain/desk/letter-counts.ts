import * as z from 'zod/mini';

/** What became of the letters of some cases. `onTime`: taken by the mail service within a minute; `soon`: delivered within five. */
export const letterCountsSchema = z.object({
  owed: z.number(),
  sent: z.number(),
  onTime: z.number(),
  delivered: z.number(),
  soon: z.number(),
  /** Came back, was refused as spam or as harmful. */
  lost: z.number(),
  /** Lost, and delivered soon before that: called spam, mostly. Counts of before there was this one have none. */
  lostSoon: z.optional(z.number()),
  held: z.number(),
  parked: z.number(),
});

/** As a card has them: what is none is left out. */
export const cardLettersSchema = z.partial(letterCountsSchema);

export type LetterCounts = z.infer<typeof letterCountsSchema>;
export type CardLetters = z.infer<typeof cardLettersSchema>;
