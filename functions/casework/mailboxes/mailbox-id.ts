import { hash } from 'node:crypto';
import { mailboxKey } from '#domain/requests/mailboxes.ts';

/** A mailbox's item is named by a hash: a list of keys tells no address. */
export const mailboxId = (address: string): string => hash('sha256', mailboxKey(address));
