import type { Broker } from '#domain/broker/broker.ts';
import { mailboxState } from '#domain/desk/mailbox-state.ts';
import type { System } from '#domain/desk/system.ts';
import { mailboxId } from '../mailboxes/mailbox-id.ts';
import type { MailboxStore } from '../mailboxes/ports.ts';

export type TeamMailboxes = System['mailboxes'];

/** The team's mailboxes as they are, in the order in which they are written to. */
export const teamMailboxes = (mailboxes: MailboxStore, broker: Broker): Promise<TeamMailboxes> =>
  Promise.all(
    broker.teamMailboxes.map(async (mailbox) => ({
      mailbox,
      ...mailboxState(await mailboxes.read(mailboxId(mailbox))),
    })),
  );
