import type { Broker } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import { owing, owingNo } from '../owe.ts';
import type { TimelineEntry } from '../parts.ts';
import { expiryOf } from '../retention.ts';
import type { Move } from './move.ts';
import { inHand, refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** Somebody says that the request is not theirs: all stops until a licensed member has looked into it. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

type Frozen = NonNullable<Case['frozen']>;

/** Nothing is cleared any more, and what was not told yet is not told. Checks of the request count from now on only. */
function frozen({ cleared: _, ...of }: Case, by: Frozen): Case {
  const next: Case = { ...of, frozen: by, frozenAt: by.at };
  const quiet = owingNo(next, 'outcome', 'answer-waiting');
  return owing(quiet, by.at, { kind: 'team-alert', to: 'team', about: 'not-us' });
}

export function freeze(of: Case, { reason }: Of<'freeze'>, on: MoveContext): Step {
  if (of.frozen) return refused({ code: 'frozen' });
  return { next: frozen(inHand(of, on), { ...signed(on), reason }), entry: { what: 'frozen', text: reason } };
}

export function unfreeze({ frozen: was, ...of }: Case, { reason }: Of<'unfreeze'>): Step {
  return was ? { next: of, entry: { what: 'unfrozen', text: reason } } : refused({ code: 'not-frozen' });
}

/**
 * An earlier contact pressed *this was not us*. The telling that told them counts no more. A second press changes nothing
 * (`undefined`). A case that is over is frozen as well: what was filed may have to be turned back at CBP.
 */
export function notUs(of: Case, tellingId: string, { now, broker }: { now: Date; broker: Broker }): Case | undefined {
  const telling = of.tellings.find(({ id }) => id === tellingId);
  if (!telling || telling.notUsAt !== undefined) return undefined;
  const at = now.toISOString();
  const tellings = of.tellings.map((one) => (one === telling ? { ...one, notUsAt: at } : one));
  const entry: TimelineEntry = { at, who: 'earlier-contact', what: 'not-us', about: { telling: telling.id } };
  const { expiresAt: _, ...next } = frozen({ ...of, tellings }, { at, who: 'earlier-contact' });
  const moved: Case = {
    ...next,
    rev: of.rev + 1,
    version: of.version + 1,
    movedAt: at,
    movedBy: 'earlier-contact',
    timeline: [...of.timeline, entry],
  };
  const expiresAt = expiryOf(moved, broker.retentionDays);
  return expiresAt === undefined ? moved : { ...moved, expiresAt };
}
