import type { Broker } from '#domain/broker/broker.ts';
import type { Case, CaseKey, Letter } from '#domain/case/case.ts';
import { leaseLetter, letterFailed, letterSent, nextDueLetter, withLetter } from '#domain/case/letters.ts';
import { mailOf } from './mail-of.ts';
import type { CaseStore, Clock, Log, Mailer } from './ports.ts';

export type PayPorts = {
  readonly cases: Pick<CaseStore, 'read' | 'save' | 'owing'>;
  readonly mailer: Mailer;
  readonly now: Clock;
  readonly log: Log;
  /** A number from 0 to 1: spreads the pauses, so that debts of one outage are not all tried at the same moment. */
  readonly random: () => number;
};

export type PayDesk = { readonly broker: Broker; readonly siteUrl: string };

/** More refusals than this on one write mean that somebody else is paying: the debt stays and the timer comes back. */
const MOST_RETRIES = 5;

/** Pays what one case owes now: leases a letter, sends it, marks it, until none is due. Ends early when others work on the case. */
export async function payCase(ports: PayPorts, desk: PayDesk, key: CaseKey): Promise<void> {
  for (;;) {
    const leased = await leaseNext(ports, key);
    if (!leased) return;
    const sending = await ports.mailer.send(mailOf(leased.letter, { case: leased.case, ...desk }));
    const settled = 'sent' in sending ? letterSent(sending.sent) : letterFailed(sending.failed, ports.random());
    await settle(ports, key, leased.letter.id, settled);
    ports.log('sent' in sending ? 'letter-sent' : 'letter-failed', {
      reference: key.reference,
      letter: leased.letter.kind,
      attempt: leased.letter.attempts,
      ...('failed' in sending && { reason: sending.failed }),
    });
  }
}

/** Pays what is owed by now, oldest first, a bounded batch; what is left is paid at the next call. */
export async function payDue(ports: PayPorts, desk: PayDesk, most = 25): Promise<number> {
  const keys = await ports.cases.owing(ports.now().toISOString(), most);
  for (const key of keys) await payCase(ports, desk, key);
  return keys.length;
}

/** Takes the next due letter for ourselves, in one conditional write; nothing when none is due or another run was quicker. */
async function leaseNext(ports: PayPorts, key: CaseKey): Promise<{ case: Case; letter: Letter } | undefined> {
  const found = await ports.cases.read(key);
  const due = found && nextDueLetter(found, ports.now());
  if (!due) return undefined;
  const letter = leaseLetter(due, ports.now());
  const leased = withLetter(found, letter);
  return (await ports.cases.save(leased, found.rev)) === 'saved' ? { case: leased, letter } : undefined;
}

/** Writes what became of a letter on the case as it is now: whatever else was written meanwhile stays. */
async function settle(
  ports: PayPorts,
  key: CaseKey,
  letterId: string,
  change: (letter: Letter, now: Date) => Letter,
): Promise<void> {
  for (let tries = 0; tries < MOST_RETRIES; tries += 1) {
    const found = await ports.cases.read(key);
    const letter = found?.letters.find(({ id }) => id === letterId);
    if (!found || !letter) return;
    const next = withLetter(found, change(letter, ports.now()));
    if ((await ports.cases.save(next, found.rev)) === 'saved') return;
  }
  // The letter keeps its lease and is tried again: it may go twice, it cannot be forgotten.
  ports.log('letter-unsettled', { reference: key.reference });
}
