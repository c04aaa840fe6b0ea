import type { Member } from '../../broker/broker.ts';
import type { Case } from '../case.ts';
import { owing } from '../owe.ts';
import { expiryOf } from '../retention.ts';
import { answer, close, convert, decline, reopen } from './end.ts';
import { freeze, unfreeze } from './freeze.ts';
import { flag, handOver, note, putBack, take, unflag } from './hold.ts';
import type { Move, MoveName, Refusal } from './move.ts';
import { endLegalHold, erase, legalHold, letGo, powerEnded } from './keep.ts';
import { check, clear, lookAgain, onFile } from './prove.ts';
import { inHand, refused, signed } from './step.ts';
import type { MoveContext, Step } from './step.ts';
import { cameBack, tellEarlier } from './tell-earlier.ts';
import { moveNames, untimely } from './timing.ts';

/**
 * A member's move: the case as it is then, with its counters, its timeline and its letters, or why the case does not
 * take it. Pure; the caller writes it against the `rev` that was read.
 */
export function makeMove(
  of: Case,
  move: Move,
  on: MoveContext,
): { readonly moved: Case } | { readonly refused: Refusal } {
  const untimed = untimely(of, move.move, on.by);
  if (untimed) return { refused: untimed };
  const step = stepOf(of, move, on);
  return 'refused' in step ? step : { moved: finished(of, step, on) };
}

/** Moves that the case takes from this member as it is: what the desk offers. A filled-in form may still be refused. */
export const movesFor = (of: Case, by: Member): MoveName[] =>
  moveNames.filter((move) => untimely(of, move, by) === undefined);

function stepOf(of: Case, move: Move, on: MoveContext): Step {
  switch (move.move) {
    case 'take':
      return take(of, on);
    case 'hand-over':
      return handOver(of, move, on);
    case 'put-back':
      return putBack(of);
    case 'note':
      return note(of, move);
    case 'flag':
      return flag(of, move, on);
    case 'unflag':
      return unflag(of, move, on);
    case 'ask':
      return ask(of, move, on);
    case 'check':
      return check(of, move, on);
    case 'tell-earlier':
      return tellEarlier(of, move, on);
    case 'came-back':
      return cameBack(of, move, on);
    case 'look-again':
      return lookAgain(of, move, on);
    case 'freeze':
      return freeze(of, move, on);
    case 'unfreeze':
      return unfreeze(of, move);
    case 'let-go':
      return letGo(of, move, on);
    case 'legal-hold':
      return legalHold(of, move, on);
    case 'end-legal-hold':
      return endLegalHold(of, move);
    case 'power-ended':
      return powerEnded(of, move, on);
    case 'erase':
      return erase(of, move, on);
    case 'clear':
      return clear(of, on);
    case 'on-file':
      return onFile(of, move, on);
    case 'answer':
      return answer(of, move, on);
    case 'decline':
      return decline(of, move, on);
    case 'close':
      return close(of, move, on);
    case 'reopen':
      return reopen(of, move, on);
    case 'convert':
      return convert(of, move, on);
  }
}

function ask(of: Case, { text, prepared }: Extract<Move, { move: 'ask' }>, on: MoveContext): Step {
  if (text.trim() === '') return refused({ code: 'values', problems: [{ field: 'text', code: 'missing' }] });
  const id = `q${of.questions.length + 1}`;
  const question = { ...signed(on), id, text, ...(prepared !== undefined && { prepared }) };
  const next: Case = { ...inHand(of, on), state: 'waiting', questions: [...of.questions, question] };
  return {
    next: owing(next, on.now.toISOString(), { kind: 'question', to: 'contact', about: id }),
    entry: { what: 'asked', text, about: { question: id } },
  };
}

/** What every move of a member changes. */
function finished(of: Case, { next, entry }: Extract<Step, { next: Case }>, on: MoveContext): Case {
  const { at, who, name } = signed(on);
  const { expiresAt: _, ...rest } = next;
  const moved: Case = {
    ...rest,
    state: next.state === 'new' ? 'open' : next.state,
    rev: of.rev + 1,
    version: of.version + 1,
    movedAt: at,
    movedBy: who,
    firstMoveAt: of.firstMoveAt ?? at,
    timeline: [...next.timeline, { at, who, name, ...entry }],
  };
  const expiresAt = expiryOf(moved, on.broker.retentionDays);
  return expiresAt === undefined ? moved : { ...moved, expiresAt };
}
