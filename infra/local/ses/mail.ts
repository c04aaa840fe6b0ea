import * as z from 'zod/mini';

/** What else can become of a mail that was taken, the worst first. It is kept and can be read whatever became of it. */
export const becameKinds = ['rejected', 'bounced', 'complained', 'answered', 'delayed'] as const;

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
  /** Not there when it simply arrived. `answered`: by a machine, for somebody who is away. */
  became: z.optional(z.enum(becameKinds)),
});

export type Mail = z.infer<typeof mailSchema>;
export type Became = (typeof becameKinds)[number];
