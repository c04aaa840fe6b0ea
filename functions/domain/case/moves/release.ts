import { dueAfter } from '../office-hours.ts';
import { otherMailboxOf } from '../../requests/mailboxes.ts';
import { outcomeOf } from '../../requests/outcomes.ts';
import { isRequestTypeName } from '../../requests/registry.ts';
import type { RequestTypeName } from '../../requests/registry.ts';
import type { Broker } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import { reachedTelling } from '../clearance/reached.ts';
import { missingAnswers } from '../completion.ts';
import { owing, owingNo } from '../owe.ts';
import { goingOn } from './step.ts';
import type { MoveContext } from './step.ts';

/** Tells the importer what was recorded: the case is answered, or goes on as another request. */
export function release(of: Case, on: MoveContext): Case {
  if (of.outcome === undefined) return of;
  const at = on.now.toISOString();
  const released = { ...of, outcome: { ...of.outcome, releasedAt: at } };
  const { turnsInto: into, tellsEarlierContact } = outcomeOf(of.type, of.outcome.code) ?? {};
  if (into !== undefined && isRequestTypeName(into)) return turned(released, into, on, of.outcome.code);
  const told = tellOutcome({ ...released, state: 'answered', closedAt: at }, at);
  return tellsEarlierContact ? tellFiled(told, at) : told;
}

/** Who was told that a change was asked for is told that it was made, and can still say no. */
function tellFiled(of: Case, at: string): Case {
  const reached = reachedTelling(of);
  if (!reached) return of;
  return owing(of, at, { kind: 'earlier-contact-filed', to: 'earlier-contact', about: reached.id });
}

/** An answer goes only to a mailbox that somebody was seen to read; until then a letter says that it waits. */
export const tellOutcome = (of: Case, at: string): Case =>
  owing(of, at, { kind: of.confirmed.contact === undefined ? 'answer-waiting' : 'outcome', to: 'contact' });

/**
 * The same case as another request, with all that happened; what was cleared was cleared for the old one. It waits for the
 * importer when it lacks answers. The letter knows why: by an outcome, or `by-hand`, which says nothing of CBP's record.
 */
export function turned(of: Case, into: RequestTypeName, { by, now, broker }: MoveContext, why: string): Case {
  const at = now.toISOString();
  const { statement, ...before } = goingOn(of);
  const was = [...of.was, { type: of.type, at, who: by.email, ...(statement && { statement }) }];
  // What was ticked for one request is never shown as said of another; a request that comes again has its own again.
  const said = was.findLast((one) => one.type === into)?.statement;
  const open: Case = { ...before, type: into, ...(said && { statement: said }) };
  const next: Case = {
    ...open,
    state: missingAnswers(open).length > 0 ? 'waiting' : 'open',
    dueAt: dueFor(into, broker, now),
    was,
  };
  return owing(withOtherMailbox(of, next, at), at, { kind: 'converted', to: 'contact', about: why });
}

/** A request that names no other mailbox owes it no letter; one that names it again asks it, unless it said so before. */
function withOtherMailbox(before: Case, next: Case, at: string): Case {
  const named = otherMailboxOf(next.type, next.answers);
  if (named === otherMailboxOf(before.type, before.answers)) return next;
  if (named === undefined) return owingNo(next, 'mailbox-named');
  return next.confirmed['other-mailbox'] === undefined
    ? owing(next, at, { kind: 'mailbox-named', to: 'other-mailbox' })
    : next;
}

/** When the first answer to a request of this type is due that begins now (ISO). */
export const dueFor = (type: RequestTypeName, { dueOfficeHours, officeHours }: Broker, now: Date): string =>
  new Date(dueAfter(now.getTime(), dueOfficeHours[type] ?? dueOfficeHours.default, officeHours)).toISOString();
