import * as z from 'zod/mini';
import { time } from './parts.ts';

/** How a request came in. None of it refuses anything: they are reasons to look twice. */
export const signsSchema = z.object({
  /** A question that no person sees was answered. */
  honeypot: z.optional(z.literal(true)),
  /** From the first touch of the form to its sending, as its page measured it. */
  seconds: z.optional(z.number()),
  /** The proof of work that was asked for; nothing when none was. */
  proof: z.optional(z.enum(['right', 'missing', 'wrong'])),
  /** It says that it is our canary (`canary.ts`). Whether that is true, only who holds the key can tell; it is shown to nobody. */
  mark: z.optional(z.string()),
});

/** A reason to look twice: its code (`domain/risk`), and what its words name. */
const riskFlag = z.object({ code: z.string(), about: z.optional(z.record(z.string(), z.string())) });

export const weighedSchema = z.object({ at: time, level: z.enum(['none', 'some', 'high']), flags: z.array(riskFlag) });

export type Signs = z.infer<typeof signsSchema>;
export type Weighed = z.infer<typeof weighedSchema>;
