import type { Broker, Member } from '#domain/broker/broker.ts';
import { mailboxState } from '#domain/desk/mailbox-state.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { record } from '../audit/record.ts';
import type { RecordPorts } from '../audit/record.ts';
import { mailboxId } from '../mailboxes/mailbox-id.ts';
import type { MailboxStore } from '../mailboxes/ports.ts';
import { StoreUnavailable } from '../ports.ts';
import type { Log } from '../ports.ts';

export type MailboxWorksPorts = RecordPorts & {
  readonly broker: Broker;
  readonly log: Log;
  readonly system: { readonly mailboxes: MailboxStore };
};

const MOST_TRIES = 8;

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
  if (!(await noted(ports, mailboxId(mailbox)))) return 'worked';
  await record(ports, by, 'team-mailbox-works', { mailbox });
  ports.log('team-mailbox-works', { which: which + 1 });
  return 'works';
}

/** On what is known of it this moment: a letter may come back meanwhile. */
async function noted({ system: { mailboxes }, now }: MailboxWorksPorts, id: string): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const item = await mailboxes.read(id);
    if (!item || mailboxState(item).state === 'well') return false;
    const next = { ...item, rev: item.rev + 1, wellAt: now().toISOString() };
    if ((await mailboxes.save(next, item.rev)) === 'saved') return true;
  }
  throw new StoreUnavailable('a mailbox is being written by many at once');
}
