import type { Broker } from '#domain/broker/broker.ts';
import type { Case, CaseKey, Letter } from '#domain/case/case.ts';
import { leaseLetter, nextDueLetter, parkedUntried, withLetter } from '#domain/case/letters.ts';
import { budgetedMailbox } from '#domain/case/letter-budget.ts';
import { carriedLink, mailedLink, withLink } from '#domain/case/links.ts';
import { addressOf } from './address-of.ts';
import { takeBudget } from './budgets/take-budget.ts';
import type { BudgetPorts } from './budgets/take-budget.ts';
import { hashOfToken, linkAddress } from './links.ts';
import { healthOf, teamMailbox } from './mailboxes/health.ts';
import type { HealthPorts } from './mailboxes/health.ts';
import type { CaseStore } from './ports.ts';

export type LeasePorts = BudgetPorts &
  HealthPorts & {
    readonly cases: Pick<CaseStore, 'read' | 'save'>;
    /** A fresh secret for a link (`newToken`). */
    readonly newToken: () => string;
  };

export type PayDesk = { readonly broker: Broker; readonly siteUrl: string };

/**
 * A letter that is ours to send, on the case as we wrote it; where it goes, and where the team reads answers to it; the
 * address that only its reader gets, where its kind has one.
 */
export type Leased = {
  readonly case: Case;
  readonly letter: Letter;
  readonly to: string;
  readonly replyTo: string;
  readonly link?: string;
};

type HeldFor = NonNullable<Letter['heldFor']>;

/**
 * Takes the case's next due letter for ourselves, in one conditional write; nothing when none is due or another run was
 * quicker. A letter to a mailbox that fails, or one that would cost more than its budget, is held instead, and one whose time
 * is over is parked (`kept`). The hash of a letter's link goes with that very write: a token waits nowhere, and none is
 * mailed that no case knows.
 */
export async function leaseNext(
  ports: LeasePorts,
  desk: PayDesk,
  key: CaseKey,
  began: Date,
): Promise<Leased | { readonly kept: Letter } | undefined> {
  const { cases, now, newToken } = ports;
  const found = await cases.read(key);
  const due = found && nextDueLetter(found, began);
  if (!due) return undefined;
  const parked = parkedUntried(due, now());
  if (parked) return keepBack(cases, found, parked);
  const replyTo = await teamMailbox(ports, desk.broker.teamMailboxes);
  const to = due.to === 'team' && !found.canary ? replyTo : addressOf(due, found);
  const why = await heldFor(ports, found, due, to);
  if (why) return keepBack(cases, found, { ...due, state: 'held', heldFor: why });
  const at = now();
  const letter = leaseLetter(due, at);
  const ours = { case: withLetter(found, letter), letter, to, replyTo };
  const leased = linked(ours, { siteUrl: desk.siteUrl, at, newToken });
  return (await cases.save(leased.case, found.rev)) === 'saved' ? leased : undefined;
}

/** Why a letter must wait for a member; a member who let it go knows better. The team is always tried. */
async function heldFor(ports: LeasePorts, of: Case, letter: Letter, to: string): Promise<HeldFor | undefined> {
  if (letter.to === 'team' || letter.letGo || of.canary) return undefined;
  const { state } = await healthOf(ports, to);
  if (state !== 'well') return state;
  const address = budgetedMailbox(of, letter);
  return address !== undefined && !(await takeBudget(ports, address)) ? 'budget' : undefined;
}

/** It waits on the case until a member lets it go, or sends it again. */
const keepBack = async (
  cases: LeasePorts['cases'],
  found: Case,
  kept: Letter,
): Promise<{ readonly kept: Letter } | undefined> =>
  (await cases.save(withLetter(found, kept), found.rev)) === 'saved' ? { kept } : undefined;

type Linking = { readonly siteUrl: string; readonly at: Date; readonly newToken: () => string };

function linked(ours: Leased, { siteUrl, at, newToken }: Linking): Leased {
  const { case: of, letter } = ours;
  const carried = carriedLink(of, letter);
  if (!carried) return ours;
  const token = newToken();
  return {
    ...ours,
    case: withLink(of, mailedLink(carried, letter, hashOfToken(token), at)),
    link: linkAddress(siteUrl, carried.purpose, of.reference, token),
  };
}
