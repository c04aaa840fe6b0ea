import { askFailed, isAskDue, leaseAsk, settleAsk } from '#domain/desk/ask.ts';
import type { Broker } from '#domain/broker/broker.ts';
import type { CaseStore, Mailer } from '../ports.ts';
import type { SignInLinkStore } from '../sign-in/ports.ts';
import { setAside } from '../stuck/set-aside.ts';
import type { StuckPorts } from '../stuck/set-aside.ts';
import { oweCaseLinks } from './owe-case-links.ts';
import type { Ask, AskStore } from './ports.ts';
import { sendSignInLink } from './send-sign-in-link.ts';

export type PayAsksPorts = StuckPorts & {
  readonly asks: Omit<AskStore, 'put'>;
  readonly cases: Pick<CaseStore, 'find' | 'read' | 'save'>;
  readonly signInLinks: Pick<SignInLinkStore, 'put'>;
  readonly mailer: Mailer;
  readonly newToken: () => string;
};

export type AsksDesk = { readonly broker: Broker; readonly siteUrl: string };

/** So many are asked for at a time, and so many settled in one run: a flood takes turns with everything else. */
const BATCH = 25;
const MOST_IN_A_RUN = 200;

/** No ask is begun after this time: a mail call of 10 s still ends before the platform ends the run (60 s). */
const LONGEST_RUN_MS = 15_000;

/** Settles the asks that are due, oldest first. Gives the number that went as it should. */
export async function payAsks(ports: PayAsksPorts, desk: AsksDesk): Promise<number> {
  const end = ports.now().getTime() + LONGEST_RUN_MS;
  const seen = new Set<string>();
  let stuck = 0;
  while (seen.size < MOST_IN_A_RUN && ports.now().getTime() < end) {
    // Asks that cannot be settled stay the oldest: one asks past them.
    const owing = await ports.asks.owing(ports.now().toISOString(), BATCH + stuck);
    const due = owing.filter((id) => !seen.has(id));
    if (due.length === 0) break;
    for (const id of due) {
      if (ports.now().getTime() >= end) break;
      seen.add(id);
      if (!(await payOneAsk(ports, desk, id))) stuck += 1;
    }
  }
  return seen.size - stuck;
}

/** Settles one ask, or sets it aside; whether nobody need come back for it at once. What one ask breaks keeps no other from its turn. */
export async function payOneAsk(ports: PayAsksPorts, desk: AsksDesk, id: string): Promise<boolean> {
  try {
    await payAsk(ports, desk, id);
    return true;
  } catch (error) {
    ports.log('ask-unpaid', { error: error instanceof Error ? error.name : 'unknown' });
    return setAside(ports, { ask: id }, error);
  }
}

async function payAsk(ports: PayAsksPorts, desk: AsksDesk, id: string): Promise<void> {
  const found = await ports.asks.read(id);
  if (!found || !isAskDue(found, ports.now())) return;
  const leased = leaseAsk(found, ports.now());
  if ((await ports.asks.save(leased, found.rev)) === 'moved') return;
  const failed = await answered(ports, desk, leased);
  const next = failed === undefined ? settleAsk(leased) : askFailed(leased, ports.now(), ports.random());
  // Refused when the lease ran out and another run took over: that one settles it. A link may go twice, never zero times.
  await ports.asks.save(next, leased.rev);
  ports.log(eventOf(next, failed), { purpose: leased.purpose, ...(failed !== undefined && { reason: failed }) });
}

/** Whoever asked, the log says the same when nobody was written to. */
function eventOf({ state }: Ask, failed: string | undefined): string {
  if (failed === undefined) return 'ask-settled';
  return state === 'settled' ? 'ask-dropped' : 'ask-failed';
}

/** Writes to whom there is to write to, if to anybody; a code of what went wrong, or nothing. */
async function answered(ports: PayAsksPorts, desk: AsksDesk, ask: Ask): Promise<string | undefined> {
  if (ask.purpose === 'sign-in') return sendSignInLink(ports, desk, ask);
  return ask.reference === undefined ? undefined : oweCaseLinks(ports, ask.reference, ask.mailbox);
}
