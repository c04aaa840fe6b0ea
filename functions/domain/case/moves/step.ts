import type { Broker, Member } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import type { memberEvents } from '../events.ts';
import type { TimelineEntry } from '../parts.ts';
import type { Refusal } from './move.ts';

type MemberEvent = (typeof memberEvents)[number];

/** Who moves a case, when, and for which broker. */
export type MoveContext = { readonly by: Member; readonly now: Date; readonly broker: Broker };

/** What a move does: the case as it is then, and what the timeline says of it. Counters and time-outs come later, for all moves alike. */
export type Step = { readonly next: Case; readonly entry: Entry<MemberEvent> } | { readonly refused: Refusal };

/** What the timeline says of something; who and when come later. */
export type Entry<Event extends string> = Pick<TimelineEntry, 'text' | 'about'> & { readonly what: Event };

export const refused = (refusal: Refusal): Step => ({ refused: refusal });

/** Who did something, as records on a case name them. */
export const signed = ({ by, now }: MoveContext): { at: string; who: string; name: string } => ({
  at: now.toISOString(),
  who: by.email,
  name: by.name,
});

/** Who recorded a check, and whether with a licence. */
export const by = (on: MoveContext) => ({
  ...signed(on),
  ...(on.by.role === 'licensed' && { licensed: true as const }),
});

/** A date of today anywhere on earth. */
export const tomorrow = (now: Date): string => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

/** Work on a case that nobody has yet makes it the worker's own. */
export const inHand = (of: Case, { by }: MoveContext): Case => ({ ...of, assignee: of.assignee ?? by.email });

/** The case as it goes on: no clearance, no end. What they were stays in the timeline. */
export function goingOn({ cleared, outcome, closedAt, ...rest }: Case): Case {
  return { ...rest, state: 'open' };
}
