import type { MailboxItem } from './kept.ts';

export type MailboxState = { readonly state: 'well' | 'bounced' | 'complained'; readonly since?: string };

/** How a mailbox is: by the last that is known of it. One that nothing is known of is well. */
export function mailboxState({ bouncedAt, complainedAt, wellAt }: Partial<MailboxItem> = {}): MailboxState {
  const known = [
    { state: 'well', since: wellAt },
    { state: 'complained', since: complainedAt },
    { state: 'bounced', since: bouncedAt },
  ] as const;
  const [last] = known
    .flatMap(({ state, since }) => (since === undefined ? [] : [{ state, since }]))
    .sort((a, b) => (a.since < b.since ? 1 : -1));
  return last ?? { state: 'well' };
}
