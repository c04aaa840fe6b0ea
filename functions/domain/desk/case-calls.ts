import * as z from 'zod/mini';
import { moveSchema } from '../case/moves/move.ts';

/** What the desk's pages ask of one case or of a selection. */
const reference = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const version = z.int().check(z.positive());

/** `version`: the one that the page shows. */
export const askedMoveSchema = z.strictObject({ version, move: moveSchema });

/** As many as a page of the queue holds. */
export const MOST_SELECTED = 25;
const selected = <Item extends z.core.$ZodType>(item: Item) =>
  z.array(item).check(z.minLength(1), z.maxLength(MOST_SELECTED));

export const bulkTakeSchema = z.strictObject({ cases: selected(z.strictObject({ reference, digest, version })) });

/** What became of each, in the order asked. `moved`: somebody was quicker. `refused` and `gone` change nothing. */
export const bulkTakenSchema = z.object({
  results: z.array(
    z.object({
      reference: z.string(),
      digest: z.string(),
      result: z.enum(['taken', 'moved', 'refused', 'gone']),
      /** In words, unless it was taken. */
      why: z.optional(z.string()),
      version: z.optional(z.number()),
    }),
  ),
});

export const kiCallSchema = z.strictObject({
  cases: selected(z.strictObject({ reference, digest })),
  /** With addresses, which a 5106 update needs. */
  addresses: z.boolean(),
});

/** Lines of 80 columns, six numbers each; and the cases that no line asks for. */
export const kiAnswerSchema = z.object({
  lines: z.array(z.string()),
  leftOut: z.array(
    z.object({ reference: z.string(), code: z.enum(['gone', 'not-cleared', 'no-query', 'ssn']), why: z.string() }),
  ),
});

export type AskedMove = z.infer<typeof askedMoveSchema>;
export type BulkTake = z.infer<typeof bulkTakeSchema>;
export type BulkTaken = z.infer<typeof bulkTakenSchema>;
export type KiCall = z.infer<typeof kiCallSchema>;
export type KiAnswer = z.infer<typeof kiAnswerSchema>;
