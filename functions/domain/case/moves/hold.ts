import type { Case } from '../case.ts';
import type { Move } from './move.ts';
import { refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** Who has a case, and what the team tells itself about it. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

export function take(of: Case, { by }: MoveContext): Step {
  if (of.assignee === by.email) return refused({ code: 'already-yours' });
  return {
    next: { ...of, assignee: by.email },
    entry: { what: 'taken', ...(of.assignee !== undefined && { about: { from: of.assignee } }) },
  };
}

export function handOver(of: Case, { to, text }: Of<'hand-over'>, { broker }: MoveContext): Step {
  const member = broker.members.find(({ email }) => email === to);
  if (!member) return refused({ code: 'no-such-member' });
  return {
    next: { ...of, assignee: member.email },
    entry: { what: 'handed-over', ...(text !== undefined && { text }), about: { to: member.email, name: member.name } },
  };
}

export function putBack({ assignee, ...next }: Case): Step {
  return assignee === undefined ? refused({ code: 'nobody-has-it' }) : { next, entry: { what: 'put-back' } };
}

export const note = (of: Case, { text }: Of<'note'>): Step => ({ next: of, entry: { what: 'noted', text } });

export function flag(of: Case, { reason }: Of<'flag'>, on: MoveContext): Step {
  const last = Math.max(0, ...of.flags.map(({ id }) => Number(id.slice(1))));
  const raised = { ...signed(on), id: `f${last + 1}`, reason };
  return { next: { ...of, flags: [...of.flags, raised] }, entry: { what: 'flagged', text: reason } };
}

export function unflag(of: Case, { flag: id, reason }: Of<'unflag'>): Step {
  const flags = of.flags.filter((one) => one.id !== id);
  if (flags.length === of.flags.length) return refused({ code: 'no-such-flag' });
  return { next: { ...of, flags }, entry: { what: 'unflagged', text: reason } };
}
