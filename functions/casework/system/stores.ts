import type { Canary, Hour } from '#domain/desk/system.ts';
import type { MailboxStore } from '../mailboxes/ports.ts';
import type { PutAside } from './ports.ts';

/** All that is known of how the desk itself is. */
export type SystemStores = {
  readonly mailboxes: MailboxStore;
  readonly putAside: PutAside;
  /** The last hours that were checked, the latest first, at most `most`. */
  readonly hours: (most: number) => Promise<readonly Hour[]>;
  readonly canary: () => Promise<Canary>;
};
