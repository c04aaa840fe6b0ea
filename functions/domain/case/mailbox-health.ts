import type { MailboxItem } from '../desk/kept.ts';

const DAY = 24 * 3600 * 1000;

/** People come back, and mailboxes are given out anew: after so long we write there again, and learn. */
export const MAILBOX_KEPT_DAYS = 90;

export type MailboxState = 'well' | 'bounced' | 'complained';

type Known = Pick<MailboxItem, 'bouncedAt' | 'complainedAt' | 'wellAt'>;

/** Whether letters go to a mailbox, and since when they do or do not. Who called a letter spam is written to no more, even where mail arrives. */
export function mailboxState(
  item: Known | undefined,
  now: Date,
): { readonly state: MailboxState; readonly since?: string } {
  const { bouncedAt, complainedAt, wellAt } = item ?? {};
  const counts = (at: string | undefined): at is string =>
    at !== undefined && at > (wellAt ?? '') && Date.parse(at) + MAILBOX_KEPT_DAYS * DAY > now.getTime();
  if (counts(complainedAt)) return { state: 'complained', since: complainedAt };
  if (counts(bouncedAt)) return { state: 'bounced', since: bouncedAt };
  return { state: 'well', ...(wellAt !== undefined && { since: wellAt }) };
}
