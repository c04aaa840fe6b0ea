import type { Broker } from '#domain/broker/broker.ts';
import type { System } from '#domain/desk/system.ts';
import { healthOf } from '../mailboxes/health.ts';
import type { HealthPorts } from '../mailboxes/health.ts';

export type TeamMailboxes = System['mailboxes'];

/** The team's mailboxes as they are, in the order in which they are written to. */
export const teamMailboxes = (ports: HealthPorts, broker: Broker): Promise<TeamMailboxes> =>
  Promise.all(broker.teamMailboxes.map(async (mailbox) => ({ mailbox, ...(await healthOf(ports, mailbox)) })));
