import { numbersAmong } from '../requests/numbers.ts';
import { maskImporterNumber } from '../importer-number/show.ts';
import type { Case, CaseState } from '../case/case.ts';
import { unreachedMailboxes } from '../case/delivery-state.ts';
import { hasPutAside } from '../case/put-aside.ts';
import type { Card } from './card.ts';
import { countLetters } from './count-letters.ts';

/** As `isOver` of the case, without its schema: the public door writes cards, too, and carries no reader of cases. */
const over: Record<CaseState, boolean> = {
  new: false,
  open: false,
  waiting: false,
  answered: true,
  declined: true,
  closed: true,
};

export const queueOf = ({ state }: Pick<Case, 'state'>): 'open' | 'closed' => (over[state] ? 'closed' : 'open');

/** Who has a case that nobody has: no mailbox looks like it. */
export const NOBODY = '-';

/** Bytes of a whole card as JSON, which is more than DynamoDB counts: a list of 25 is one small read. */
export const CARD_BYTES = 1024;

/** What is left of a name in the worst case, where two mailboxes of 254 characters leave no room. */
const SHORTEST_NAME_BYTES = 24;
const LONGEST_NAME = 100;

/** What a list shows of a case. The company's name is cut to what a card may weigh, whatever the answers hold. */
export function cardOf(of: Case): Card {
  const more = numbersAmong(of.answers).length;
  const card: Card = {
    reference: of.reference,
    digest: of.digest,
    type: of.type,
    state: of.state,
    companyName: '',
    importer: maskImporterNumber(of.importerNumber),
    ...(more > 0 && { more }),
    openedAt: of.openedAt,
    dueAt: of.dueAt,
    ...(of.closedAt !== undefined && { closedAt: of.closedAt }),
    ...(of.movedAt !== undefined && { movedAt: of.movedAt }),
    ...(of.movedBy !== undefined && { movedBy: of.movedBy }),
    ...(of.firstMoveAt !== undefined && { firstMoveAt: of.firstMoveAt }),
    ...(of.assignee !== undefined && { assignee: of.assignee }),
    confirmed: of.confirmed.contact !== undefined,
    flagged: of.flags.length > 0 || of.risk?.level === 'high',
    ...(of.risk?.level === 'high' && { risky: true as const }),
    frozen: of.frozen !== undefined,
    cleared: of.cleared !== undefined,
    parked: hasPutAside(of),
    held: of.letters.some(({ state }) => state === 'held'),
    ...(unreachedMailboxes(of).some(({ mailbox }) => mailbox !== 'earlier-contact') && { unreached: true as const }),
    letters: countLetters(of.letters),
    ...(of.outcome && { outcome: of.outcome.code }),
    version: of.version,
  };
  const left = Math.max(SHORTEST_NAME_BYTES, CARD_BYTES - bytesOf(JSON.stringify(card)));
  return { ...card, companyName: cut((of.answers['companyName'] ?? '').slice(0, LONGEST_NAME), left) };
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** Whole characters only: DynamoDB takes no halves (`toWellFormed` would put a sign in their place). */
function cut(text: string, bytes: number): string {
  // JSON may write one character as six.
  if (text.isWellFormed() && bytesOf(JSON.stringify(text)) <= bytes) return text;
  let kept = '';
  let left = bytes - 2;
  for (const character of text.toWellFormed()) {
    left -= bytesOf(JSON.stringify(character)) - 2;
    if (left < 0) break;
    kept += character;
  }
  return kept;
}
