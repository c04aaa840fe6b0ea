import type { Member } from '../../broker/broker.ts';
import { isOver } from '../case.ts';
import type { Case } from '../case.ts';
import { isToClear, neededChecks } from '../clearance/needed.ts';
import { needsSecondLook } from '../clearance/second-look.ts';
import { mayLetGo } from '../let-go.ts';
import { recordDutiesOf } from '../record-duty.ts';
import { powerOfAttorneyOf } from '../retention.ts';
import { bytesOf, mostBytes } from '../size.ts';
import type { MoveName, Refusal } from './move.ts';

type Timing = {
  /** Which cases take the move. */
  readonly on: 'open' | 'over' | 'both';
  /** How large the case may be for it; without a limit it only ends things. */
  readonly room?: keyof typeof mostBytes;
  /** It would put something else in the place of what a licensed member recorded without clearance. */
  readonly replacesRecord?: true;
  /** Only a member with a licence may make it. */
  readonly licensed?: true;
  /** Not while somebody says that the request is not theirs. */
  readonly notFrozen?: true;
};

/** When a case takes each move. */
export const timings: Readonly<Record<MoveName, Timing>> = {
  take: { on: 'open', room: 'handling' },
  'hand-over': { on: 'open', room: 'handling' },
  'put-back': { on: 'open', room: 'handling' },
  note: { on: 'both', room: 'words' },
  flag: { on: 'both', room: 'words' },
  unflag: { on: 'both', room: 'handling' },
  ask: { on: 'open', room: 'words' },
  check: { on: 'open', room: 'words' },
  'tell-earlier': { on: 'open', room: 'handling' },
  'came-back': { on: 'open', room: 'handling' },
  'look-again': { on: 'open', room: 'words' },
  freeze: { on: 'both' },
  unfreeze: { on: 'both', licensed: true },
  'let-go': { on: 'both' },
  'legal-hold': { on: 'both', licensed: true },
  'end-legal-hold': { on: 'both', licensed: true },
  'power-ended': { on: 'both', room: 'handling' },
  erase: { on: 'both', licensed: true },
  clear: { on: 'open', notFrozen: true },
  'on-file': { on: 'open', room: 'handling' },
  answer: { on: 'open', room: 'answers', replacesRecord: true },
  decline: { on: 'open', replacesRecord: true },
  close: { on: 'open', replacesRecord: true },
  reopen: { on: 'over', room: 'handling' },
  convert: { on: 'open', room: 'handling', replacesRecord: true, notFrozen: true },
};

const isMoveName = (name: string): name is MoveName => Object.hasOwn(timings, name);
export const moveNames = Object.keys(timings).filter(isMoveName);

/** An outcome that nobody was told: recorded without clearance. */
export const isHeld = ({ outcome }: Pick<Case, 'outcome'>): boolean =>
  outcome !== undefined && outcome.releasedAt === undefined;

/** Why the case takes no such move now, whatever it says; undefined when it does. */
export function untimely(of: Case, move: MoveName, by: Member): Refusal | undefined {
  const { on, room, replacesRecord, licensed, notFrozen } = timings[move];
  if (on === 'open' && isOver(of)) return { code: 'over' };
  if (on === 'over' && !isOver(of)) return { code: 'not-over' };
  if ((licensed || (replacesRecord && isHeld(of))) && by.role !== 'licensed') return { code: 'licensed-only' };
  if (notFrozen && of.frozen) return { code: 'frozen' };
  if (room !== undefined && bytesOf(of) > mostBytes[room]) return { code: 'too-much' };
  return unready(of, move, by);
}

/** Whether this type of request takes a second look, and this case wants one. */
export const wantsSecondLook = (of: Case): boolean =>
  neededChecks(of.type).includes('second-look') && needsSecondLook(of);

function mustStay(of: Case): Refusal | undefined {
  const duties = recordDutiesOf(of);
  return duties.length > 0 ? { code: 'record-duty', duties } : undefined;
}

/** What was declined on suspicion begins again only when a licensed member says why. */
const isDeclinedOnSuspicion = ({ state, outcome }: Case): boolean =>
  state === 'declined' && outcome?.values['reason'] === 'suspicion';

function unready(of: Case, move: MoveName, by: Member): Refusal | undefined {
  if (move === 'take' && of.assignee === by.email) return { code: 'already-yours' };
  if (move === 'put-back' && of.assignee === undefined) return { code: 'nobody-has-it' };
  if (move === 'unflag' && of.flags.length === 0) return { code: 'no-such-flag' };
  if (move === 'clear' && !isToClear(of.type)) return { code: 'no-need' };
  if (move === 'clear' && of.cleared !== undefined) return { code: 'already-cleared' };
  if (move === 'tell-earlier' && !neededChecks(of.type).includes('earlier-contact')) return { code: 'no-need' };
  if (move === 'look-again' && !wantsSecondLook(of)) return { code: 'no-need' };
  if (move === 'freeze' && of.frozen) return { code: 'frozen' };
  if (move === 'unfreeze' && !of.frozen) return { code: 'not-frozen' };
  if (move === 'let-go' && !of.letters.some((letter) => mayLetGo(of.letters, letter)))
    return { code: 'no-such-letter' };
  if (move === 'legal-hold' && of.legalHold) return { code: 'already-held' };
  if (move === 'end-legal-hold' && !of.legalHold) return { code: 'not-held' };
  if (move === 'power-ended' && !powerOfAttorneyOf(of)) return { code: 'no-power' };
  if (move === 'reopen' && by.role !== 'licensed' && isDeclinedOnSuspicion(of)) return { code: 'licensed-only' };
  if (move === 'erase') return mustStay(of);
  if (move === 'came-back' && of.tellings.length === 0) return { code: 'no-such-telling' };
  if (move === 'on-file' && of.cleared === undefined) return { code: 'not-cleared' };
  return undefined;
}
