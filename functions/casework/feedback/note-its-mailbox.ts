import type { Broker } from '#domain/broker/broker.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { isAutoReply, isForGood } from '#domain/case/mail-event.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { healthOf, noteMailbox } from '../mailboxes/health.ts';
import type { HealthPorts } from '../mailboxes/health.ts';
import type { CaseStore, Log } from '../ports.ts';

type Ports = HealthPorts & { readonly cases: Pick<CaseStore, 'read'>; readonly log: Log };

/** Which of the team's mailboxes an event is about, and how many others of them are well. */
type OfTeam = { readonly which: number; readonly others: number };

/**
 * Notes on its mailbox what the mail service tells of a mail; whether another of the team's mailboxes could take a letter to
 * the team that came back. What the store must answer is asked before anything is written: an event that is told again
 * finds its own writes, and would say nothing of them.
 */
export async function noteItsMailbox(ports: Ports, broker: Broker, event: MailEvent): Promise<boolean> {
  const team = await ofTeam(ports, broker, event.mailbox);
  const another = team !== undefined && team.others > 0;
  const what = learnedOf(event, team !== undefined);
  if (!what) return another;
  // Letters to the team go to several mailboxes, and of each it is kept when one arrived.
  const later = what === 'bouncedAt' && !team ? await reachedLater(ports, event) : undefined;
  const isNews = await noteMailbox(ports, event.mailbox, { what, at: event.at, always: team !== undefined });
  if (later !== undefined) await noteMailbox(ports, event.mailbox, { what: 'wellAt', at: later });
  if (isNews && team && what !== 'wellAt')
    ports.log('team-mailbox-failed', { which: team.which + 1, left: team.others });
  return another;
}

async function ofTeam(ports: Ports, { teamMailboxes }: Broker, mailbox: string): Promise<OfTeam | undefined> {
  const which = teamMailboxes.findIndex((one) => mailboxKey(one) === mailboxKey(mailbox));
  if (which < 0) return undefined;
  const others = teamMailboxes.filter((_, nth) => nth !== which);
  const states = await Promise.all(others.map((one) => healthOf(ports, one)));
  return { which, others: states.filter(({ state }) => state === 'well').length };
}

/**
 * A stranger's mailbox is given up for what lasts. One of the team's for every letter that came back, since another one of
 * them can take it at once: one that is full, or refuses what we write, would get the same letter again and again.
 */
function learnedOf({ kind, bounce }: MailEvent, ofTeam: boolean): 'bouncedAt' | 'complainedAt' | 'wellAt' | undefined {
  if (kind === 'complained') return 'complainedAt';
  if (kind === 'delivered') return 'wellAt';
  if (kind !== 'bounced' || !bounce || isAutoReply(bounce)) return undefined;
  return ofTeam || isForGood(bounce) ? 'bouncedAt' : undefined;
}

/** When a later letter of the same case arrived at the mailbox of one that came back, and was heard of first. */
async function reachedLater({ cases }: Ports, { letter, at }: MailEvent): Promise<string | undefined> {
  const letters = (letter && (await cases.read(letter)))?.letters ?? [];
  const to = letters.find(({ id }) => id === letter?.id)?.to;
  return letters
    .flatMap((one) => (one.to === to ? (one.told?.deliveredAt ?? []) : []))
    .filter((arrived) => arrived > at)
    .sort()
    .at(-1);
}
