import type { Case, CaseKey, Letter } from '#domain/case/case.ts';
import { leaseLetter, nextDueLetter, withLetter } from '#domain/case/letters.ts';
import { budgetedMailbox } from '#domain/case/letter-budget.ts';
import { carriedLink, mailedLink, withLink } from '#domain/case/links.ts';
import { hashOfToken, linkAddress } from './links.ts';
import type { CaseStore } from './ports.ts';
import { takeBudget } from './budgets/take-budget.ts';
import type { BudgetPorts } from './budgets/take-budget.ts';

export type LeasePorts = BudgetPorts & {
  readonly cases: Pick<CaseStore, 'read' | 'save'>;
  /** A fresh secret for a link (`newToken`). */
  readonly newToken: () => string;
};

/** A letter that is ours to send, on the case as we wrote it; the address that only its reader gets, where its kind has one. */
export type Leased = { readonly case: Case; readonly letter: Letter; readonly link?: string };

/**
 * Takes the case's next due letter for ourselves, in one conditional write; nothing when none is due or another run was
 * quicker. A letter that would cost more than its budget is held instead. The hash of a letter's link goes with that very write: a token waits nowhere, and none is mailed that no case knows.
 */
export async function leaseNext(
  { cases, budgets, now, newToken }: LeasePorts,
  siteUrl: string,
  key: CaseKey,
  began: Date,
): Promise<Leased | { readonly held: Letter } | undefined> {
  const found = await cases.read(key);
  const due = found && nextDueLetter(found, began);
  if (!due) return undefined;
  const address = budgetedMailbox(found, due);
  if (address !== undefined && !(await takeBudget({ budgets, now }, address))) return holdBack(cases, found, due);
  const at = now();
  const letter = leaseLetter(due, at);
  const leased = linked({ case: withLetter(found, letter), letter }, { siteUrl, at, newToken });
  return (await cases.save(leased.case, found.rev)) === 'saved' ? leased : undefined;
}

/** Too many letters go to this address today: it waits on the case until a member lets it go. */
async function holdBack(
  cases: LeasePorts['cases'],
  found: Case,
  due: Letter,
): Promise<{ readonly held: Letter } | undefined> {
  const held: Letter = { ...due, state: 'held', heldFor: 'budget' };
  return (await cases.save(withLetter(found, held), found.rev)) === 'saved' ? { held } : undefined;
}

type Linking = { readonly siteUrl: string; readonly at: Date; readonly newToken: () => string };

function linked({ case: of, letter }: Leased, { siteUrl, at, newToken }: Linking): Leased {
  const carried = carriedLink(of, letter);
  if (!carried) return { case: of, letter };
  const token = newToken();
  return {
    case: withLink(of, mailedLink(carried, letter, hashOfToken(token), at)),
    letter,
    link: linkAddress(siteUrl, carried.purpose, of.reference, token),
  };
}
