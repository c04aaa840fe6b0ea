import type { Broker } from '#domain/broker/broker.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { isForGood, withMailEvent } from '#domain/case/mail-event.ts';
import type { News } from '#domain/case/mail-event.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import { healthOf, noteMailbox } from '../mailboxes/health.ts';
import type { HealthPorts } from '../mailboxes/health.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CaseStore, Log } from '../ports.ts';
import { sayNews } from './say-news.ts';

export type FeedbackPorts = HealthPorts & {
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  readonly log: Log;
  /** Hears of a case each time one of its letters was delivered (`canary/canary-delivered.ts`). */
  readonly delivered: (of: Case) => Promise<void>;
};

/** Letters and people write to a case, too. */
const MOST_TRIES = 8;

/**
 * Notes what the mail service tells of a mail: on its mailbox, and on the letter of its case. Told twice, late or in another
 * order, it ends the same; a store that does not answer throws, and the event is told again.
 */
export async function noteMailEvent(ports: FeedbackPorts, broker: Broker, event: MailEvent): Promise<void> {
  await noteItsMailbox(ports, broker, event);
  if (!event.letter) {
    sayOfNoCase(ports.log, event);
    return;
  }
  const another = isOfTeam(broker, event) && (await wellOnes(ports, broker)) > 0;
  const news = await noteOnCase(ports, event.letter, event, another);
  if (!news) return;
  sayNews(ports.log, news, event);
  if (event.kind === 'delivered') await ports.delivered(news.next);
}

async function noteOnCase(
  { cases }: FeedbackPorts,
  key: CaseKey,
  event: MailEvent,
  another: boolean,
): Promise<News | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    // A case that was let go of meanwhile has no letters any more.
    const found = await cases.read(key);
    const news = found && withMailEvent(found, event, another);
    if (!news || (await cases.save(news.next, found.rev)) === 'saved') return news;
  }
  throw new StoreUnavailable('the case is written too often');
}

const isOfTeam = ({ teamMailboxes }: Broker, { mailbox }: MailEvent): boolean =>
  teamMailboxes.some((one) => mailboxKey(one) === mailboxKey(mailbox));

async function wellOnes(ports: HealthPorts, { teamMailboxes }: Broker): Promise<number> {
  const states = await Promise.all(teamMailboxes.map((mailbox) => healthOf(ports, mailbox)));
  return states.filter(({ state }) => state === 'well').length;
}

/** Before the case: if this dies in between, the event is told again, and both are written the same. */
async function noteItsMailbox(ports: FeedbackPorts, broker: Broker, event: MailEvent): Promise<void> {
  const what = learnedOf(event);
  if (!what) return;
  const isNews = await noteMailbox(ports, event.mailbox, what, event.at);
  if (!isNews || what === 'wellAt' || !isOfTeam(broker, event)) return;
  const which = 1 + broker.teamMailboxes.findIndex((one) => mailboxKey(one) === mailboxKey(event.mailbox));
  ports.log('team-mailbox-failed', { which, left: await wellOnes(ports, broker) });
}

function learnedOf({ kind, bounce }: MailEvent): 'bouncedAt' | 'complainedAt' | 'wellAt' | undefined {
  if (kind === 'complained') return 'complainedAt';
  if (kind === 'delivered') return 'wellAt';
  return kind === 'bounced' && bounce && isForGood(bounce) ? 'bouncedAt' : undefined;
}

/** A link to sign in, for one: there is no case to note it on. */
function sayOfNoCase(log: Log, { kind, letterKind }: MailEvent): void {
  if (kind === 'bounced' || kind === 'complained' || kind === 'rejected') log(`letter-${kind}`, { letter: letterKind });
}
