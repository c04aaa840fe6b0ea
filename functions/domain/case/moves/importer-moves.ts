import type { Broker } from '../../broker/broker.ts';
import { otherMailboxOf } from '../../requests/mailboxes.ts';
import type { CheckedRequest } from '../../requests/read-request.ts';
import { isOver } from '../case.ts';
import type { Case } from '../case.ts';
import { owing } from '../owe.ts';
import type { Mailbox, TimelineEntry } from '../parts.ts';
import { expiryOf } from '../retention.ts';
import { tellOutcome } from './release.ts';

/** What an importer can do, who came by a mailed link. Never told what the desk checks or holds. */
type On = { readonly now: Date; readonly retentionDays: Broker['retentionDays'] };

/**
 * Somebody reads this mailbox: shown by pressing the button behind its link. A second press changes nothing (`undefined`).
 * It is a fact, no decision: `version` stays, so that no broker's work is refused for it. An answer that waited for it goes out.
 */
export function confirmMailbox(of: Case, mailbox: Mailbox, on: On): Case | undefined {
  if (of.confirmed[mailbox] !== undefined) return undefined;
  const at = on.now.toISOString();
  const confirmed = { ...of, confirmed: { ...of.confirmed, [mailbox]: at } };
  const waits = mailbox === 'contact' && of.state === 'answered';
  const next = waits ? tellOutcome(confirmed, at) : confirmed;
  return finished(of, next, { what: 'confirmed', about: { mailbox } }, on, 0);
}

/** The importer's answer to a question, or a message without one (`question` undefined). A case that is over takes none. */
export function reply(
  of: Case,
  { question, text }: { readonly question?: string | undefined; readonly text: string },
  on: On,
): { readonly moved: Case } | { readonly refused: 'over' | 'no-such-question' | 'already-answered' | 'too-much' } {
  if (isOver(of)) return { refused: 'over' };
  const asked = of.questions.find(({ id }) => id === question);
  if (question !== undefined && !asked) return { refused: 'no-such-question' };
  if (asked?.answeredAt !== undefined) return { refused: 'already-answered' };
  if (of.timeline.filter(({ what }) => what === 'replied').length >= MOST_REPLIES) return { refused: 'too-much' };
  const at = on.now.toISOString();
  const questions = of.questions.map((one) => (one.id === question ? { ...one, answeredAt: at, answer: text } : one));
  const open = questions.some(({ answeredAt }) => answeredAt === undefined);
  const next: Case = { ...of, questions, state: open ? of.state : of.state === 'waiting' ? 'open' : of.state };
  const owed = owing(next, at, { kind: 'team-reply', to: 'team' });
  const entry = { what: 'replied', text, ...(question !== undefined && { about: { question } }) };
  return { moved: finished(of, owed, entry, on, 1) };
}

/** A mailbox that somebody holds could otherwise fill the case. */
const MOST_REPLIES = 20;

/** The answers that the case lacked since it was turned into another request. The new mailbox is asked whether it is read. */
export function complete(of: Case, { answers, numberWarnings }: CheckedRequest, on: On): Case {
  const at = on.now.toISOString();
  const before = otherMailboxOf(of.type, of.answers);
  const after = otherMailboxOf(of.type, answers);
  const { 'other-mailbox': _, ...others } = of.confirmed;
  const filled: Case = {
    ...of,
    answers: { ...answers },
    numberWarnings: [...numberWarnings],
    confirmed: before === after ? of.confirmed : others,
    state: of.state === 'waiting' ? 'open' : of.state,
  };
  const named = after !== undefined && after !== before;
  const next = owing(filled, at, { kind: 'team-reply', to: 'team' }, ...(named ? [mailboxNamed] : []));
  return finished(of, next, { what: 'completed' }, on, 1);
}

const mailboxNamed = { kind: 'mailbox-named', to: 'other-mailbox' } as const;

function finished(
  before: Case,
  next: Case,
  entry: Pick<TimelineEntry, 'what' | 'text' | 'about'>,
  on: On,
  raise: 0 | 1,
): Case {
  const at = on.now.toISOString();
  const { expiresAt: _, ...rest } = next;
  const moved: Case = {
    ...rest,
    rev: before.rev + 1,
    version: before.version + raise,
    movedAt: at,
    movedBy: 'importer',
    timeline: [...next.timeline, { at, who: 'importer', ...entry }],
  };
  const expiresAt = expiryOf(moved, on.retentionDays);
  return expiresAt === undefined ? moved : { ...moved, expiresAt };
}
