import type { Problem } from '../../problem.ts';
import type { Given } from '../../requests/field.ts';
import type { RemovedSecret } from '../../requests/read-request.ts';
import { otherMailboxOf } from '../../requests/mailboxes.ts';
import { statementOf } from '../../requests/statement.ts';
import { isOver } from '../case.ts';
import type { Case } from '../case.ts';
import { readCompletion, unsettledAnswers } from '../completion.ts';
import { withoutLinksTo } from '../links.ts';
import { owing, owingNo } from '../owe.ts';
import type { Mailbox } from '../letter-parts.ts';
import { inItsPlace } from '../../secrets/in-its-place.ts';
import { secretRemoved } from '../secret-removed.ts';
import { bytesOf, mostBytes } from '../size.ts';
import { finished } from './importer-step.ts';
import type { On } from './importer-step.ts';
import { tellOutcome } from './release.ts';

/** What an importer can do, who came by a mailed link. Never told what the desk checks or holds. */
/**
 * Somebody reads this mailbox: shown by pressing the button behind its link. A second press changes nothing (`undefined`).
 * It is a fact, no decision: `version` stays, so that no broker's work is refused for it. An answer that waited for it goes out.
 */
export function confirmMailbox(of: Case, mailbox: Mailbox, on: On): Case | undefined {
  // Who was told of a request confirms nothing of it.
  if (mailbox === 'earlier-contact') return undefined;
  if (of.confirmed[mailbox] !== undefined) return undefined;
  if (mailbox === 'other-mailbox' && otherMailboxOf(of.type, of.answers) === undefined) return undefined;
  const at = on.now.toISOString();
  const confirmed = { ...of, confirmed: { ...of.confirmed, [mailbox]: at } };
  const waits = mailbox === 'contact' && of.state === 'answered' && !of.frozen;
  const next = waits ? tellOutcome(owingNo(confirmed, 'answer-waiting'), at) : confirmed;
  return finished(of, next, { what: 'confirmed', about: { mailbox } }, on, 0);
}

/** The importer's answer to a question, or a message without one (`question` undefined). A case that is over takes none. */
export function reply(
  of: Case,
  { question, text }: { readonly question?: string | undefined; readonly text: string },
  on: On,
):
  | { readonly moved: Case }
  | { readonly refused: 'over' | 'nothing-said' | 'no-such-question' | 'already-answered' | 'too-much' } {
  if (isOver(of)) return { refused: 'over' };
  if (text.trim() === '') return { refused: 'nothing-said' };
  const asked = of.questions.find(({ id }) => id === question);
  if (question !== undefined && !asked) return { refused: 'no-such-question' };
  if (asked?.answeredAt !== undefined) return { refused: 'already-answered' };
  if (isTooMuch(of, text)) return { refused: 'too-much' };
  const at = on.now.toISOString();
  const questions = of.questions.map((one) => (one.id === question ? { ...one, answeredAt: at, answer: text } : one));
  const waits = questions.some(({ answeredAt }) => answeredAt === undefined) || unsettled(of, on).length > 0;
  const next: Case = { ...of, questions, state: of.state === 'waiting' && !waits ? 'open' : of.state };
  const owed = owing(next, at, { kind: 'team-reply', to: 'team' });
  const entry = { what: 'replied' as const, text, ...(question !== undefined && { about: { question } }) };
  return { moved: finished(of, owed, entry, on, 1) };
}

/** A mailbox that somebody holds could otherwise fill the case. */
const MOST_REPLIES = 20;
/** Characters of one reply, as it is typed. */
export const MOST_REPLY = 4000;

const isTooMuch = (of: Case, text: string): boolean =>
  // Words in the place of a secret do not count: they may be longer than it was.
  text.replace(inItsPlace, '').length > MOST_REPLY ||
  of.timeline.filter(({ what }) => what === 'replied').length >= MOST_REPLIES ||
  bytesOf(of) > mostBytes.words;

const worldOf = ({ now, broker }: On) => ({ year: now.getUTCFullYear(), ownDomains: broker.ownDomains });
const unsettled = (of: Case, on: On): string[] => unsettledAnswers(of, worldOf(on));

/**
 * The answers that the case lacks since it was turned into another request, with the statement that was ticked. Once they
 * are there, nothing more is taken: what was checked by then stays what it was. The new mailbox is asked whether it is read.
 */
export function complete(
  of: Case,
  given: Given,
  on: On,
):
  | { readonly moved: Case; readonly removed: readonly RemovedSecret[] }
  | { readonly refused: 'over' | 'nothing-missing' }
  | { readonly problems: readonly Problem[] } {
  if (isOver(of)) return { refused: 'over' };
  if (unsettled(of, on).length === 0) return { refused: 'nothing-missing' };
  const reading = readCompletion(of, given, worldOf(on));
  if ('problems' in reading) return reading;
  const { answers, numberWarnings, removed } = reading.request;
  const at = on.now.toISOString();
  const statement = statementOf(of.type, of.locale, answers, on.broker.name);
  // Nothing that was cleared or recorded before is so for answers that come after: an outcome still held told of others.
  const { cleared: _, outcome: __, ...before } = of;
  const filled: Case = {
    ...before,
    answers: { ...of.answers, ...answers },
    numberWarnings: [...numberWarnings],
    ...(statement && { statement: { ...statement, at } }),
    ...stateAfter(of),
  };
  const entry = { what: 'completed' as const, about: replaced(of.answers, answers) };
  const moved = finished(of, tellCompleted(of, filled, at), entry, on, 1);
  return { moved: { ...moved, timeline: [...moved.timeline, ...secretRemoved(removed, at)] }, removed };
}

/** What was said before, where the present type refused it. */
const replaced = (before: Case['answers'], now: Case['answers']): Case['answers'] =>
  Object.fromEntries(Object.entries(before).filter(([name, said]) => name in now && now[name] !== said));

/** A case that still waits for the answer to a question goes on waiting. */
const stateAfter = (of: Case): Pick<Case, 'state'> => ({
  state: of.state === 'waiting' && of.questions.every(({ answeredAt }) => answeredAt !== undefined) ? 'open' : of.state,
});

/** The team, and a mailbox that was not named before: what was confirmed was another one. */
function tellCompleted(before: Case, filled: Case, at: string): Case {
  const next = owing(filled, at, { kind: 'team-reply', to: 'team' });
  const named = otherMailboxOf(filled.type, filled.answers);
  if (named === otherMailboxOf(before.type, before.answers)) return next;
  const { 'other-mailbox': _, ...confirmed } = next.confirmed;
  const unproven = withoutLinksTo({ ...next, confirmed }, 'other-mailbox');
  return named === undefined ? unproven : owing(unproven, at, mailboxNamed);
}

const mailboxNamed = { kind: 'mailbox-named', to: 'other-mailbox' } as const;
