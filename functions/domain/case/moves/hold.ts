import type { Case } from '../case.ts';
import type { Move } from './move.ts';
import { refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** Who has a case, and what the team tells itself about it. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

export function take(of: Case, { by }: MoveContext): Step {
  return {
    next: { ...of, assignee: by.email },
    entry: { what: 'taken', ...(of.assignee !== undefined && { about: { from: of.assignee } }) },
  };
}

export function handOver(of: Case, { to, text }: Of<'hand-over'>, { broker }: MoveContext): Step {
  const member = broker.members.find(({ email }) => email === to);
  if (!member) return refused({ code: 'no-such-member' });
  if (of.assignee === member.email) return refused({ code: 'already-theirs' });
  return {
    next: { ...of, assignee: member.email },
    entry: { what: 'handed-over', ...(text !== undefined && { text }), about: { to: member.email, name: member.name } },
  };
}

export const putBack = ({ assignee: _, ...next }: Case): Step => ({ next, entry: { what: 'put-back' } });

export const note = (of: Case, { text }: Of<'note'>): Step => ({ next: of, entry: { what: 'noted', text } });

export function flag(of: Case, { reason }: Of<'flag'>, on: MoveContext): Step {
  // Counted over all that ever were, so that an id never names another flag.
  const id = `f${of.timeline.filter(({ what }) => what === 'flagged').length + 1}`;
  const flags = [...of.flags, { ...signed(on), id, reason }];
  return { next: { ...of, flags }, entry: { what: 'flagged', text: reason, about: { flag: id } } };
}

/** What somebody else was worried about takes a licence to wave away: or one member alone could lower the gate that a colleague raised. */
export function unflag(of: Case, { flag: id, reason }: Of<'unflag'>, { by }: MoveContext): Step {
  const taken = of.flags.find((one) => one.id === id);
  if (!taken) return refused({ code: 'no-such-flag' });
  if (taken.who !== by.email && by.role !== 'licensed') return refused({ code: 'licensed-only' });
  const flags = of.flags.filter((one) => one !== taken);
  return { next: { ...of, flags }, entry: { what: 'unflagged', text: reason, about: { flag: id, was: taken.reason } } };
}
