import type { Broker, Member } from '#domain/broker/broker.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { record } from '../audit/record.ts';
import type { RecordPorts } from '../audit/record.ts';
import { noteMailbox } from '../mailboxes/health.ts';
import type { MailboxStore } from '../mailboxes/ports.ts';
import type { Log } from '../ports.ts';

export type MailboxWorksPorts = RecordPorts & {
  readonly broker: Broker;
  readonly log: Log;
  readonly system: { readonly mailboxes: MailboxStore };
};

/**
 * A licensed member says that one of the team's mailboxes works again: letters to the team go to it once more. `unknown`: the
 * configuration has no such mailbox. One that is well already stays so, and nothing is put on record.
 */
export async function mailboxWorks(
  ports: MailboxWorksPorts,
  by: Member,
  given: string,
): Promise<'works' | 'worked' | 'unknown'> {
  const which = ports.broker.teamMailboxes.findIndex((one) => mailboxKey(one) === mailboxKey(given));
  const mailbox = ports.broker.teamMailboxes[which];
  if (mailbox === undefined) return 'unknown';
  const { system, now } = ports;
  const said = { what: 'saidWellAt', at: now().toISOString() } as const;
  if (!(await noteMailbox({ mailboxes: system.mailboxes, now }, mailbox, said))) return 'worked';
  await record(ports, by, 'team-mailbox-works', { mailbox });
  ports.log('team-mailbox-works', { which: which + 1 });
  return 'works';
}
