import { dueAfter } from '../office-hours.ts';
import { outcomeOf } from '../../requests/outcomes.ts';
import { isRequestTypeName } from '../../requests/registry.ts';
import type { RequestTypeName } from '../../requests/registry.ts';
import type { Broker } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import { owing } from '../owe.ts';
import { goingOn } from './step.ts';
import type { MoveContext } from './step.ts';

/** Tells the importer what was recorded: the case is answered, or goes on as another request. */
export function release(of: Case, on: MoveContext): Case {
  if (of.outcome === undefined) return of;
  const at = on.now.toISOString();
  const released = { ...of, outcome: { ...of.outcome, releasedAt: at } };
  const into = outcomeOf(of.type, of.outcome.code)?.turnsInto;
  if (into !== undefined && isRequestTypeName(into)) return turned(released, into, on);
  return tellOutcome({ ...released, state: 'answered', closedAt: at }, at);
}

/** An answer goes only to a mailbox that somebody was seen to read; until then a letter says that it waits. */
export const tellOutcome = (of: Case, at: string): Case =>
  owing(of, at, { kind: of.confirmed.contact === undefined ? 'answer-waiting' : 'outcome', to: 'contact' });

/** The same case as another request, with all that happened; what was cleared was cleared for the old one. */
export function turned(of: Case, into: RequestTypeName, { by, now, broker }: MoveContext): Case {
  const at = now.toISOString();
  const next: Case = {
    ...goingOn(of),
    type: into,
    dueAt: dueFor(into, broker, now),
    was: [...of.was, { type: of.type, at, who: by.email }],
  };
  return owing(next, at, { kind: 'converted', to: 'contact' });
}

/** When the first answer to a request of this type is due that begins now (ISO). */
export const dueFor = (type: RequestTypeName, { dueOfficeHours, officeHours }: Broker, now: Date): string =>
  new Date(dueAfter(now.getTime(), dueOfficeHours[type] ?? dueOfficeHours.default, officeHours)).toISOString();
