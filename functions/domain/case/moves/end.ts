import { askedOutcome } from '../../requests/outcome.ts';
import { outcomeOf } from '../../requests/outcomes.ts';
import { readOutcomeValues } from '../../requests/read-outcome.ts';
import type { Case } from '../case.ts';
import { owing, owingNo } from '../owe.ts';
import type { Move } from './move.ts';
import { dueFor, release, turned } from './release.ts';
import { goingOn, inHand, refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';

/** How a case ends, and how it begins again. */
type Of<Name extends Move['move']> = Extract<Move, { move: Name }>;

/**
 * Records an outcome of the type. With clearance, or where none is needed, it is told to the importer at once. Without,
 * what CBP answered is kept on a licensed member's reason, the team is alerted, and nothing leaves until the case is cleared.
 */
export function answer(of: Case, move: Of<'answer'>, on: MoveContext): Step {
  const known = outcomeOf(of.type, move.outcome);
  const outcome = known && askedOutcome(known, of.answers);
  if (!outcome) return refused({ code: 'no-such-outcome' });
  const reading = readOutcomeValues(outcome, move.values, on.now);
  if ('problems' in reading) return refused({ code: 'values', problems: reading.problems });
  const held = outcome.needsClearance && of.cleared === undefined;
  if (held && move.override === undefined) return refused({ code: 'not-cleared' });
  if (held && on.by.role !== 'licensed') return refused({ code: 'licensed-only' });
  // Whoever asks may be somebody else: nothing is told to them.
  if (!held && of.frozen) return refused({ code: 'frozen' });
  const record = {
    ...signed(on),
    code: move.outcome,
    values: reading.values,
    ...(move.words !== undefined && { words: move.words }),
    ...(held && move.override !== undefined && { override: move.override }),
  };
  const recorded = { ...inHand(of, on), outcome: record };
  return {
    next: held
      ? owing(recorded, on.now.toISOString(), { kind: 'team-alert', to: 'team', about: 'without-clearance' })
      : release(recorded, on),
    entry: {
      what: held ? 'recorded-without-clearance' : 'answered',
      ...(held ? { text: move.override ?? '' } : move.words !== undefined && { text: move.words }),
      about: {
        ...reading.values,
        outcome: move.outcome,
        ...(held && move.words !== undefined && { words: move.words }),
      },
    },
  };
}

/** What we decline or close is filed by nobody: its tools lock again. That it was cleared stays in the timeline. */
const uncleared = ({ cleared: _, ...rest }: Case): Case => rest;

export function decline(of: Case, { reason, words }: Of<'decline'>, on: MoveContext): Step {
  const at = on.now.toISOString();
  // On suspicion the importer reads one sentence, whatever was typed here: who asks must not learn why.
  const said = reason === 'suspicion' ? undefined : words;
  const record = { code: 'declined', values: { reason }, releasedAt: at, ...(said !== undefined && { words: said }) };
  const next: Case = {
    ...uncleared(inHand(of, on)),
    ...{ state: 'declined', closedAt: at, outcome: { ...signed(on), ...record } },
  };
  return {
    next: owing(next, at, { kind: 'declined', to: 'contact' }),
    entry: { what: 'declined', ...(words !== undefined && { text: words }), about: { reason } },
  };
}

export function close(of: Case, { reason, text }: Of<'close'>, on: MoveContext): Step {
  const at = on.now.toISOString();
  const record = { ...signed(on), code: 'closed', values: { reason }, releasedAt: at };
  return {
    next: owing({ ...uncleared(inHand(of, on)), state: 'closed', closedAt: at, outcome: record }, at, {
      kind: 'closed',
      to: 'contact',
    }),
    entry: { what: 'closed', ...(text !== undefined && { text }), about: { reason } },
  };
}

/** Begins again, with a new time by which we answer. What was recorded stays in the timeline; a letter about the old end that has not left is not owed any more. */
export function reopen(of: Case, { reason }: Of<'reopen'>, { broker, now }: MoveContext): Step {
  const open = { ...goingOn(of), dueAt: dueFor(of.type, broker, now) };
  return {
    next: owingNo(open, 'outcome', 'answer-waiting', 'declined', 'closed'),
    entry: { what: 'reopened', text: reason },
  };
}

export const convert = (of: Case, { to }: Of<'convert'>, on: MoveContext): Step =>
  to === of.type
    ? refused({ code: 'already-that-type' })
    : { next: turned(inHand(of, on), to, on, 'by-hand'), entry: { what: 'converted', about: { from: of.type, to } } };
