import type { MailboxItem } from '#domain/desk/kept.ts';
import type { Items } from '../sign-in/ports.ts';

/** Mailboxes that once failed, the team's and others', each under the hash of its address. One that never failed has no item. */
export type MailboxStore = Items<MailboxItem>;
