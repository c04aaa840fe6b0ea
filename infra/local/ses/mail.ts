import * as z from 'zod/mini';

/** A mail as `GET /messages` shows it; the page and the tests read it through the same schema. */
export const mailSchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  /** As its reader sees it: a name and an address. */
  from: z.string(),
  /** Envelope recipients, bare addresses: who really gets it, whatever the headers say. */
  to: z.array(z.string()),
  subject: z.string(),
  headers: z.record(z.string(), z.string()),
  /** Empty when the mail has no such part; never made up from the other one. */
  text: z.string(),
  html: z.string(),
});

export type Mail = z.infer<typeof mailSchema>;
