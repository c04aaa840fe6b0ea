import type { MailboxItem } from '../desk/kept.ts';

const DAY = 24 * 3600 * 1000;

/** People come back, and mailboxes are given out anew: after so long we write there again, and learn. */
export const MAILBOX_KEPT_DAYS = 90;

export type MailboxState = 'well' | 'bounced' | 'complained';

type Known = Pick<MailboxItem, 'bouncedAt' | 'complainedAt' | 'wellAt' | 'saidWellAt'>;

/**
 * Whether letters go to a mailbox, and since when they do or do not. What came back is mended by a later letter that arrived,
 * or by a member's word; who called a letter spam is written to no more, even where mail arrives, but on a member's word.
 */
export function mailboxState(
  item: Known | undefined,
  now: Date,
): { readonly state: MailboxState; readonly since?: string } {
  const { bouncedAt, complainedAt, wellAt = '', saidWellAt = '' } = item ?? {};
  const lastWell = wellAt > saidWellAt ? wellAt : saidWellAt;
  const counts = (at: string | undefined, mended: string): at is string =>
    at !== undefined && at > mended && Date.parse(at) + MAILBOX_KEPT_DAYS * DAY > now.getTime();
  if (counts(complainedAt, saidWellAt)) return { state: 'complained', since: complainedAt };
  if (counts(bouncedAt, lastWell)) return { state: 'bounced', since: bouncedAt };
  return { state: 'well', ...(lastWell && { since: lastWell }) };
}
