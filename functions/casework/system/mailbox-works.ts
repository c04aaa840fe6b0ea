import type { Broker, Member } from '#domain/broker/broker.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { record } from '../audit/record.ts';
import type { RecordPorts } from '../audit/record.ts';
import { noteMailbox } from '../mailboxes/health.ts';
import type { MailboxStore } from '../mailboxes/ports.ts';
import type { Log } from '../ports.ts';
import { oweTeamAgain } from './owe-team-again.ts';
import type { OwePorts } from './owe-team-again.ts';

export type MailboxWorksPorts = RecordPorts &
  OwePorts & {
    readonly broker: Broker;
    readonly log: Log;
    readonly system: { readonly mailboxes: MailboxStore };
  };

/** `again`: on how many cases the team is owed what it never got. */
export type MailboxWorks = { readonly is: 'works' | 'worked'; readonly again: number };

/**
 * A licensed member says that one of the team's mailboxes works again: letters to the team go to it once more, and those that
 * came back meanwhile are owed anew. `unknown`: the configuration has no such mailbox. One that is well already stays so, and
 * nothing is put on record.
 */
export async function mailboxWorks(
  ports: MailboxWorksPorts,
  by: Member,
  given: string,
): Promise<MailboxWorks | 'unknown'> {
  const which = ports.broker.teamMailboxes.findIndex((one) => mailboxKey(one) === mailboxKey(given));
  const mailbox = ports.broker.teamMailboxes[which];
  if (mailbox === undefined) return 'unknown';
  const { system, now, log } = ports;
  const said = { what: 'saidWellAt', at: now().toISOString() } as const;
  const isNews = await noteMailbox({ mailboxes: system.mailboxes, now }, mailbox, said);
  if (isNews) {
    await record(ports, by, 'team-mailbox-works', { mailbox });
    log('team-mailbox-works', { which: which + 1 });
  }
  // After it is well, or they would go where they came back from. A call that broke off here is made again.
  const again = await oweTeamAgain(ports);
  if (again > 0) log('team-letters-again', { cases: again });
  return { is: isNews ? 'works' : 'worked', again };
}
