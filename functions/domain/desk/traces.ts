import * as z from 'zod/mini';
import { endsOfTime } from '../case/retention.ts';
import { requestTypeNames } from '../requests/registry.ts';

/** A reference, or a whole importer number in any writing. */
export const tracesInputSchema = z.strictObject({ q: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)) });

/** What we can say of cases that went, the latest first. */
export const tracesSchema = z.object({
  by: z.enum(['reference', 'importer-number']),
  traces: z.array(
    z.object({
      reference: z.string(),
      type: z.enum(requestTypeNames),
      openedAt: z.string(),
      closedAt: z.optional(z.string()),
      forgottenAt: z.string(),
      why: z.enum(endsOfTime),
    }),
  ),
});

export type Traces = z.infer<typeof tracesSchema>;
