import type { Broker, Member } from '#domain/broker/broker.ts';
import type { Case, CaseKey } from '#domain/case/case.ts';
import { makeMove } from '#domain/case/moves/make-move.ts';
import type { Move, Refusal } from '#domain/case/moves/move.ts';
import type { TimelineEntry } from '#domain/case/parts.ts';
import { isExpired } from '#domain/case/retention.ts';
import { entriesSince } from '#domain/case/since.ts';
import { StoreUnavailable } from './ports.ts';
import type { CaseStore, Clock } from './ports.ts';

export type MoveCasePorts = { readonly cases: Pick<CaseStore, 'read' | 'save'>; readonly now: Clock };

export type AskedMove = {
  readonly key: CaseKey;
  /** The version that the member's page shows. */
  readonly version: number;
  readonly move: Move;
  readonly by: Member;
  readonly broker: Broker;
};

/** The case after the move; why it takes none; who changed what since the page was read; or nothing to move. */
export type MoveCaseEnd =
  | { readonly moved: Case }
  | { readonly refused: Refusal }
  | { readonly late: { readonly case: Case; readonly since: readonly TimelineEntry[] } }
  | { readonly gone: true };

/** More refused writes than this mean a store that cannot be worked with now. */
const MOST_TRIES = 6;

/**
 * Makes a member's move on the case as it is now, if nobody moved it since the version that the member read. What moves
 * no version (a letter that is paid, a mailbox that is confirmed) never stands in the way.
 */
export async function moveCase({ cases, now }: MoveCasePorts, asked: AskedMove): Promise<MoveCaseEnd> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const found = await cases.read(asked.key);
    if (!found || isExpired(found, now())) return { gone: true };
    if (found.version !== asked.version) return { late: { case: found, since: entriesSince(found, asked.version) } };
    const step = makeMove(found, asked.move, { by: asked.by, now: now(), broker: asked.broker });
    if ('refused' in step) return step;
    if ((await cases.save(step.moved, found.rev)) === 'saved') return step;
  }
  throw new StoreUnavailable('the case is written too often');
}
