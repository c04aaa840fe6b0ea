import type { MailboxItem } from '#domain/desk/kept.ts';

/** The team's mailboxes, and others that once failed, each under the hash of its address. A stranger's that never failed has no item. */
export type MailboxStore = {
  put(one: MailboxItem): Promise<'stored' | 'already-stored'>;
  read(id: string): Promise<MailboxItem | undefined>;
  /** Replaces an item whose `rev` still is `readRev`. */
  save(next: MailboxItem, readRev: number): Promise<'saved' | 'moved'>;
};
