import * as z from 'zod/mini';
import { memberSchema } from './caller.ts';

/** The members as a licensed one sees them. Times are ISO 8601 in UTC. */
export const memberRowSchema = z.object({
  ...memberSchema.shape,
  passkeys: z.number(),
  /** The last use of a passkey. */
  usedAt: z.optional(z.string()),
  /** A code was handed over and waits until then. */
  codeUntil: z.optional(z.string()),
  /** Too many wrong codes: none is tried until then. */
  lockedUntil: z.optional(z.string()),
});

export const membersSchema = z.object({ members: z.array(memberRowSchema) });

/** A code to hand over by phone or in person: shown this once. */
export const handedCodeSchema = z.object({ code: z.string(), expiresAt: z.string() });

export const resetInputSchema = z.strictObject({
  reason: z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(500),
    z.refine((text) => text.isWellFormed()),
  ),
});

export type MemberRow = z.infer<typeof memberRowSchema>;
export type HandedCode = z.infer<typeof handedCodeSchema>;
