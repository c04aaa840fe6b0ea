import type { Case } from '#domain/case/case.ts';
import { owing } from '#domain/case/owe.ts';
import type { CaseReference } from '#domain/case/reference.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';
import type { PayAsksPorts } from './pay-asks.ts';

const KIND = 'case-link';

/** A case holds so many of these letters; before one more the oldest goes, so that no flood can fill a case. */
export const MOST_CASE_LINKS = 10;

const MOST_TRIES = 5;

/** Owes a link to every case of the reference whose contact is who asked; cases that are over too, while they exist. */
export async function oweCaseLinks(
  { cases, now }: PayAsksPorts,
  reference: CaseReference,
  mailbox: string,
): Promise<string | undefined> {
  for (const found of await cases.find(reference)) {
    if (mailboxKey(found.answers['contactEmail'] ?? '') !== mailboxKey(mailbox)) continue;
    if (!(await owed(cases, found, now().toISOString()))) return 'case-busy';
  }
  return undefined;
}

/** Whether the case owes the link now; others may write to it at the same time. */
async function owed(cases: PayAsksPorts['cases'], found: Case, at: string): Promise<boolean> {
  let now: Case | undefined = found;
  for (let tries = 0; now && tries < MOST_TRIES; tries += 1) {
    const next = withCaseLink(now, at);
    if (!next || (await cases.save(next, now.rev)) === 'saved') return true;
    now = await cases.read(found);
  }
  return now === undefined;
}

/** The case with a link owed; nothing when one is owed already, which will do. */
export function withCaseLink(of: Case, at: string): Case | undefined {
  const letters = of.letters.filter(({ kind }) => kind === KIND);
  if (letters.some(({ state }) => state === 'owed')) return undefined;
  const room = letters.length < MOST_CASE_LINKS ? of : without(of, letters.toSorted(byAge)[0]);
  return { ...owing(room, at, { kind: KIND, to: 'contact' }), rev: of.rev + 1 };
}

type Letter = Case['letters'][number];

const byAge = (a: Letter, b: Letter): number => (a.owedSince < b.owedSince ? -1 : 1);

const without = (of: Case, letter: Letter | undefined): Case => ({
  ...of,
  letters: of.letters.filter((one) => one !== letter),
});
