import { missingForClearance } from '../clearance/clearance.ts';
import { mayLook } from '../clearance/second-look.ts';
import { moreNumbersOf } from '../../requests/numbers.ts';
import type { Case } from '../case.ts';
import type { Check } from '../parts.ts';
import type { Move } from './move.ts';
import { release } from './release.ts';
import { by, inHand, refused, signed, tomorrow } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** What makes a case safe to file: the checks, the clearance, and what CBP's record shows. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

/** A signed paper has a date; a call has the time of its record. */
const dated: readonly Of<'check'>['kind'][] = ['power-of-attorney', 'letter-on-file'];

/** They stand in for an earlier contact who cannot be told by mail: a licensed member says so, and why. */
const inItsStead: readonly Of<'check'>['kind'][] = ['second-person', 'letter-on-file'];

export function check(of: Case, { move: _, ...said }: Of<'check'>, on: MoveContext): Step {
  const stands = inItsStead.includes(said.kind);
  if (stands && on.by.role !== 'licensed') return refused({ code: 'licensed-only' });
  const missing = [
    ...(dated.includes(said.kind) && said.result === 'passed' && said.on === undefined ? ['on'] : []),
    ...(stands && said.note === undefined ? ['note'] : []),
  ];
  if (missing.length > 0)
    return refused({ code: 'values', problems: missing.map((field) => ({ field, code: 'missing' })) });
  if (said.on !== undefined && said.on > tomorrow(on.now)) return refused({ code: 'in-the-future' });
  const { person, source, note, ...rest } = said;
  const record = { ...by(on), ...rest, person, source, ...(note !== undefined && { note }) };
  const { next, cleared } = withCheck(of, record, on);
  return {
    next,
    entry: {
      what: said.result === 'failed' && cleared !== undefined ? 'clearance-lost' : 'checked',
      ...(note !== undefined && { text: note }),
      about: { kind: said.kind, result: said.result, person, source, ...(said.on !== undefined && { on: said.on }) },
    },
  };
}

/** What was cleared on the strength of a check that fails is cleared no more; `cleared` is what it was. */
function withCheck(
  of: Case,
  record: Check,
  on: MoveContext,
): { readonly next: Case; readonly cleared: Case['cleared'] } {
  const checked: Case = { ...inHand(of, on), checks: [...of.checks, record] };
  const { cleared, ...uncleared } = checked;
  return { next: record.result === 'failed' ? uncleared : checked, cleared };
}

/** Another member looks at all that is on record, or a sole one again after a working day. */
export function lookAgain(of: Case, { result, note }: Of<'look-again'>, on: MoveContext): Step {
  const may = mayLook(of, on.by, on);
  if ('code' in may) return refused(may);
  const solo = may.solo && { solo: true as const };
  const about = { person: on.by.name, source: 'desk' };
  const record: Check = {
    ...by(on),
    kind: 'second-look',
    result,
    ...about,
    ...solo,
    ...(note !== undefined && { note }),
  };
  return {
    next: withCheck(of, record, on).next,
    entry: {
      what: 'looked-again',
      ...(note !== undefined && { text: note }),
      about: { result, ...(may.solo && { solo: 'yes' }) },
    },
  };
}

/** *Cleared to file*: opens the filing tools, and lets go of an answer that was held back for it. */
export function clear(of: Case, on: MoveContext): Step {
  const missing = missingForClearance(of, on);
  if (missing.length > 0) return refused({ code: 'checks-missing', checks: missing });
  // What was asked may have been answered by phone: a case that can be filed waits for nobody.
  const cleared: Case = { ...inHand(of, on), state: 'open', cleared: signed(on) };
  if (of.outcome === undefined) return { next: cleared, entry: { what: 'cleared' } };
  return { next: release(cleared, on), entry: { what: 'cleared-and-answered', about: { outcome: of.outcome.code } } };
}

/** What a pasted KR answer shows: kept, so that the worksheet and the answer come from CBP's own record. */
export function onFile(of: Case, { onFile: shown, more = {} }: Of<'on-file'>, on: MoveContext): Step {
  const asked = moreNumbersOf(of).map(({ name }) => name);
  const unknown = Object.keys(more).filter((name) => !asked.includes(name));
  const missing = shown === undefined && Object.keys(more).length === 0 ? ['onFile'] : [];
  const problems = [...unknown, ...missing].map((field) => ({ field, code: 'missing' }));
  if (problems.length > 0) return refused({ code: 'values', problems });
  const results = [shown, ...Object.values(more)].flatMap((one) => one?.result ?? []);
  return {
    next: {
      ...inHand(of, on),
      ...(shown && { onFile: shown }),
      ...(Object.keys(more).length > 0 && { moreOnFile: { ...of.moreOnFile, ...more } }),
    },
    entry: { what: 'on-file', about: { result: [...new Set(results)].join(', ') } },
  };
}
