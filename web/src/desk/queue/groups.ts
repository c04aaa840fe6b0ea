import type { Card } from '#domain/desk/card.ts';
import { daysAway } from '../ui/clock.ts';

export type GroupName = 'overdue' | 'today' | 'tomorrow' | 'later' | 'unconfirmed' | 'over';
export type Group = { readonly name: GroupName; readonly cards: readonly Card[] };

const order: readonly GroupName[] = ['overdue', 'today', 'tomorrow', 'later', 'unconfirmed', 'over'];

/** How urgent a case is. A late one is late whether its mailbox is confirmed or not, but the unconfirmed are worked last. */
export function groupOf(card: Card, now: number): GroupName {
  if (card.closedAt !== undefined) return 'over';
  if (!card.confirmed) return 'unconfirmed';
  const due = Date.parse(card.dueAt);
  if (due < now) return 'overdue';
  const days = daysAway(due, now);
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : 'later';
}

export const isOverdue = ({ closedAt, dueAt }: Card, now: number): boolean =>
  closedAt === undefined && Date.parse(dueAt) < now;

/** The list cut where its reader's eye rests, in the order of work; each part in the order it came. */
export const grouped = (cards: readonly Card[], now: number): Group[] =>
  order
    .map((name) => ({ name, cards: cards.filter((card) => groupOf(card, now) === name) }))
    .filter((group) => group.cards.length > 0);
