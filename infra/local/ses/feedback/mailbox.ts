import * as z from 'zod/mini';

/** How a mailbox can be; `lost` is at a server that nobody can reach; `unclear` sends mail back and does not say why. */
export const mailboxStates = [
  'well',
  'gone',
  'full',
  'lost',
  'away',
  'complains',
  'slow',
  'harmful',
  'suppressed',
  'unclear',
] as const;

export const mailboxSchema = z.strictObject({
  /** A bare address in plain ASCII, as SES takes it. */
  address: z.string().check(z.regex(/^[!-?A-~]{1,64}@[!-?A-~]{1,190}$/)),
  is: z.enum(mailboxStates),
});

export type Mailbox = z.infer<typeof mailboxSchema>;
export type MailboxState = Mailbox['is'];

export const mailboxHelp = `Send {"address": a bare address, "is": ${mailboxStates.map((state) => `"${state}"`).join(' | ')}}, for example {"address": "rosa@acme-imports.example", "is": "gone"}; "well" takes back what was said.`;
