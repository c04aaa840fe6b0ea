import type { Broker } from '#domain/broker/broker.ts';
import type { Case } from '#domain/case/case.ts';
import { complete, confirmMailbox } from '#domain/case/moves/importer-moves.ts';
import type { Problem } from '#domain/problem.ts';
import type { Given } from '#domain/requests/field.ts';
import type { RemovedSecret } from '#domain/requests/read-request.ts';
import { changeByLink } from './change-by-link.ts';
import type { At, Changed, ImporterPorts } from './change-by-link.ts';

/** `nothing-missing`: they were given before, perhaps in another tab. */
export type Completion =
  | { readonly kept: true; readonly removed: readonly RemovedSecret[] }
  | { readonly refused: 'over' | 'nothing-missing' }
  | { readonly problems: readonly Problem[] };

/**
 * The answers that a case lacks since it was turned into another request. One write keeps them, the statement that was
 * ticked, and that the mailbox of this link is read.
 */
export const completeByLink = (
  ports: ImporterPorts,
  broker: Broker,
  part: string,
  given: Given,
): Promise<Changed<Completion>> => changeByLink<Completion>(ports, part, 'case', (at) => completed(at, broker, given));

function completed({ case: of, link, now }: At, broker: Broker, given: Given): { save?: Case; ending: Completion } {
  const on = { now, broker };
  const step = complete(confirmMailbox(of, link.mailbox, on) ?? of, given, on);
  return 'moved' in step
    ? { save: { ...step.moved, version: of.version + 1 }, ending: { kept: true, removed: step.removed } }
    : { ending: step };
}
