import type { MailboxItem } from '#domain/desk/kept.ts';

/** What is known of mailboxes that letters did not reach; `id` is the SHA-256 of the address. */
export type MailboxStore = {
  put(one: MailboxItem): Promise<'stored' | 'already-stored'>;
  read(id: string): Promise<MailboxItem | undefined>;
  /** Replaces an item whose `rev` still is `readRev`. */
  save(next: MailboxItem, readRev: number): Promise<'saved' | 'moved'>;
};
