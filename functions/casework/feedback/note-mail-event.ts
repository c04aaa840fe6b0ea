import type { Broker } from '#domain/broker/broker.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import type { MailEvent } from '#domain/case/delivery.ts';
import { withMailEvent } from '#domain/case/mail-event.ts';
import type { News } from '#domain/case/mail-event.ts';
import type { HealthPorts } from '../mailboxes/health.ts';
import { StoreUnavailable } from '../ports.ts';
import type { CaseStore, Log } from '../ports.ts';
import { noteItsMailbox } from './note-its-mailbox.ts';
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
  // Before the case: if this dies in between, the event is told again, and both are written the same.
  const another = await noteItsMailbox(ports, broker, event);
  if (!event.letter) {
    sayOfNoCase(ports.log, event);
    return;
  }
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

/** A link to sign in, for one: there is no case to note it on. */
function sayOfNoCase(log: Log, { kind, letterKind }: MailEvent): void {
  if (kind === 'bounced' || kind === 'complained' || kind === 'rejected') log(`letter-${kind}`, { letter: letterKind });
}
