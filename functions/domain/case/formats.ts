import * as z from 'zod/mini';
import { caseSchema } from './case.ts';
import type { Case } from './case.ts';

/**
 * Formats of a stored case. A reader of each older one is kept: an item is renewed only when something is written to it, and
 * a case may lie untouched for years. A newer one is met for the minutes of a deployment, while another version writes already.
 */
export const FORMAT = 2;

const stamped = z.looseObject({ format: z.number() });
const letterOf1 = z.looseObject({ messageId: z.optional(z.string()) });
const caseOf1 = z.looseObject({ letters: z.array(letterOf1) });

/** 2026-11, format 2: a letter knows each of its mails, since one whose answer was lost may have two. */
const from1 = (stored: unknown): unknown => {
  const { letters, ...rest } = caseOf1.parse(stored);
  return {
    ...rest,
    format: 2,
    letters: letters.map(({ messageId, ...letter }) => ({
      ...letter,
      ...(messageId !== undefined && { mails: [messageId] }),
    })),
  };
};

/** A stored case of any format that we know; `newer` when a later version of this desk wrote it. Throws when it is none that we ever wrote. */
export function readCase(stored: unknown): Case | 'newer' {
  const { format } = stamped.parse(stored);
  if (format > FORMAT) return 'newer';
  return caseSchema.parse(format === 1 ? from1(stored) : stored);
}
