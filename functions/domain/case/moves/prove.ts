import { missingForClearance } from '../clearance.ts';
import type { Case } from '../case.ts';
import type { Move } from './move.ts';
import { release } from './release.ts';
import { inHand, refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** What makes a case safe to file: the checks, the clearance, and what CBP's record shows. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

/** A signed paper has a date; a call has the time of its record. */
const dated: readonly Of<'check'>['kind'][] = ['power-of-attorney'];

export function check(of: Case, { move: _, ...said }: Of<'check'>, on: MoveContext): Step {
  if (dated.includes(said.kind) && said.result === 'passed' && said.on === undefined)
    return refused({ code: 'values', problems: [{ field: 'on', code: 'missing' }] });
  if (said.on !== undefined && said.on > tomorrow(on.now)) return refused({ code: 'in-the-future' });
  const { person, source, note, ...rest } = said;
  const record = { ...signed(on), ...rest, person, source, ...(note !== undefined && { note }) };
  const checked: Case = { ...inHand(of, on), checks: [...of.checks, record] };
  const { cleared, ...uncleared } = checked;
  return {
    // What was cleared on the strength of this check is cleared no more.
    next: said.result === 'failed' ? uncleared : checked,
    entry: {
      what: said.result === 'failed' && cleared !== undefined ? 'clearance-lost' : 'checked',
      ...(note !== undefined && { text: note }),
      about: { kind: said.kind, result: said.result, person, source, ...(said.on !== undefined && { on: said.on }) },
    },
  };
}

/** A date of today anywhere on earth. */
const tomorrow = (now: Date): string => new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);

/** *Cleared to file*: opens the filing tools, and lets go of an answer that was held back for it. */
export function clear(of: Case, on: MoveContext): Step {
  const missing = missingForClearance(of);
  if (missing.length > 0) return refused({ code: 'checks-missing', checks: missing });
  // What was asked may have been answered by phone: a case that can be filed waits for nobody.
  const cleared: Case = { ...inHand(of, on), state: 'open', cleared: signed(on) };
  if (of.outcome === undefined) return { next: cleared, entry: { what: 'cleared' } };
  return { next: release(cleared, on), entry: { what: 'cleared-and-answered', about: { outcome: of.outcome.code } } };
}

/** What a pasted KR answer shows: kept, so that the worksheet and the answer come from CBP's own record. */
export function onFile(of: Case, { onFile: shown }: Of<'on-file'>, on: MoveContext): Step {
  return { next: { ...inHand(of, on), onFile: shown }, entry: { what: 'on-file', about: { result: shown.result } } };
}
