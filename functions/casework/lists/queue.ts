import { NOBODY } from '#domain/desk/card-of.ts';
import type { Card } from '#domain/desk/card.ts';
import type { QueuePage, QueueQuery } from '#domain/desk/queue.ts';
import type { Clock } from '../ports.ts';
import type { CaseList, CaseLists, LookedStore } from './ports.ts';
import { readPage } from './read-page.ts';

export type QueuePorts = {
  readonly lists: Pick<CaseLists, 'some'>;
  readonly looked: Pick<LookedStore, 'read'>;
  readonly now: Clock;
};

/** A page of the queue as a member asks for it; `refused` when its cursor is none of ours, or of another list. */
export async function queuePage(ports: QueuePorts, query: QueueQuery, mailbox: string): Promise<QueuePage | 'refused'> {
  const now = ports.now();
  const [page, lookedAt] = await Promise.all([
    readPage(ports.lists, listOf(query, mailbox), {
      cursor: query.cursor,
      latest: query.of === 'closed',
      now,
      wanted: wantedBy(query, mailbox, now.toISOString()),
    }),
    ports.looked.read(mailbox),
  ]);
  if (page === 'refused') return page;
  return { ...page, cases: [...page.cases], now: now.toISOString(), ...(lookedAt !== undefined && { lookedAt }) };
}

/** What somebody works on has a list of its own while it is open. */
function listOf({ of, who }: QueueQuery, mailbox: string): CaseList {
  if (of === 'closed' || who === 'anyone') return { by: 'queue', of };
  return { by: 'assignee', of: who === 'mine' ? mailbox : NOBODY };
}

/** What has no index of its own; undefined when the list itself is all that is asked for. */
function wantedBy(query: QueueQuery, mailbox: string, now: string): ((card: Card) => boolean) | undefined {
  const { of, who, state, type, flagged, overdue, held } = query;
  const asks: ((card: Card) => boolean)[] = [];
  if (of === 'closed' && who === 'mine') asks.push(({ assignee }) => assignee === mailbox);
  if (of === 'closed' && who === 'nobody') asks.push(({ assignee }) => assignee === undefined);
  if (state !== undefined) asks.push((card) => card.state === state);
  if (type !== undefined) asks.push((card) => card.type === type);
  if (flagged !== undefined) asks.push((card) => card.flagged || card.frozen);
  if (overdue !== undefined) asks.push((card) => card.closedAt === undefined && card.dueAt < now);
  if (held !== undefined) asks.push((card) => card.held);
  return asks.length === 0 ? undefined : (card) => asks.every((fits) => fits(card));
}
