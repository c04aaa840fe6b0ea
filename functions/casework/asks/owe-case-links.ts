import { isOver } from '#domain/case/case.ts';
import type { Case, LetterKind } from '#domain/case/case.ts';
import { owing } from '#domain/case/owe.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { isExpired } from '#domain/case/retention.ts';
import { mailboxKey, otherMailboxOf } from '#domain/requests/mailboxes.ts';
import type { PayAsksPorts } from './pay-asks.ts';

/**
 * A case holds so many of these letters, and owes no more in a day: no flood can fill a case, or a mailbox, or push out
 * links that work. Before one more the oldest goes.
 */
export const MOST_CASE_LINKS = 10;
const DAY = 24 * 3600 * 1000;

const MOST_TRIES = 5;

/**
 * Owes a link to every case of the reference that names who asked: its contact the case's page, of a case that is over
 * too, until it is past its time; its other mailbox the letter that asks whether it is read, until somebody said so.
 */
export async function oweCaseLinks(
  { cases, now }: PayAsksPorts,
  reference: CaseReference,
  mailbox: string,
): Promise<string | undefined> {
  for (const found of await cases.find(reference)) {
    if (isExpired(found, now())) continue;
    const reader = readerOf(found, mailbox);
    if (reader && !(await owed(cases, found, reader, now()))) return 'case-busy';
  }
  return undefined;
}

type Reader = 'contact' | 'other-mailbox';

/** Who asks, as the case names them. A mailbox that was confirmed, or of a case that is over, is asked nothing more. */
function readerOf(of: Case, mailbox: string): Reader | undefined {
  const asks = mailboxKey(mailbox);
  if (mailboxKey(of.answers['contactEmail'] ?? '') === asks) return 'contact';
  if (isOver(of) || of.confirmed['other-mailbox'] !== undefined) return undefined;
  return mailboxKey(otherMailboxOf(of.type, of.answers) ?? '') === asks ? 'other-mailbox' : undefined;
}

/** Whether the case owes the link now; others may write to it at the same time. */
async function owed(cases: PayAsksPorts['cases'], found: Case, reader: Reader, at: Date): Promise<boolean> {
  let now: Case | undefined = found;
  for (let tries = 0; now && tries < MOST_TRIES; tries += 1) {
    const next = withLinkOwed(now, reader, at);
    if (!next || (await cases.save(next, now.rev)) === 'saved') return true;
    now = await cases.read(found);
  }
  return now === undefined;
}

const kinds: Readonly<Record<Reader, LetterKind>> = { contact: 'case-link', 'other-mailbox': 'mailbox-named' };

/** The case with a link owed; nothing when one is owed already, or enough were in a day: one of those will do. */
function withLinkOwed(of: Case, reader: Reader, at: Date): Case | undefined {
  const kind = kinds[reader];
  const letters = of.letters.filter((letter) => letter.kind === kind).toSorted(byAge);
  if (letters.some(({ state }) => state === 'owed')) return undefined;
  const [oldest] = letters.slice(-MOST_CASE_LINKS);
  const isFull = letters.length >= MOST_CASE_LINKS;
  if (isFull && oldest && Date.parse(oldest.owedSince) > at.getTime() - DAY) return undefined;
  const room = isFull ? without(of, oldest) : of;
  return { ...owing(room, at.toISOString(), { kind, to: reader }), rev: of.rev + 1 };
}

type Letter = Case['letters'][number];

const byAge = (a: Letter, b: Letter): number => (a.owedSince < b.owedSince ? -1 : 1);

const without = (of: Case, letter: Letter | undefined): Case => ({
  ...of,
  letters: of.letters.filter((one) => one !== letter),
});
