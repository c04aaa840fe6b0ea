import type { CaseKey, Letter } from '#domain/case/case.ts';
import { letterFailed, letterSent, withLetter } from '#domain/case/letters.ts';
import { leaseNext } from './lease-letter.ts';
import type { LeasePorts, Leased, PayDesk } from './lease-letter.ts';
import { mailOf } from './mail-of.ts';
import type { CaseStore, Log, Mail, Mailer, Sending } from './ports.ts';
import { named, say, sayKept } from './say-letter.ts';
import { setAside } from './stuck/set-aside.ts';
import type { StuckPorts } from './stuck/set-aside.ts';

export type { PayDesk } from './lease-letter.ts';

export type PayPorts = LeasePorts &
  StuckPorts & {
    readonly cases: Pick<CaseStore, 'read' | 'save' | 'owing'>;
    readonly mailer: Mailer;
    readonly log: Log;
    /** A number from 0 to 1: spreads the pauses, so that debts of one outage are not all tried at the same moment. */
    readonly random: () => number;
    /** Finds what looks risky (`risk/weigh-case.ts`), before the team reads of a case. */
    readonly weigh: (key: CaseKey) => Promise<void>;
  };

/** More refusals than this on one write mean that somebody else is paying: the debt stays and the timer comes back. */
const MOST_RETRIES = 5;

/** Pays what one case owes now: leases a letter, sends it, marks it, until none is due. Ends early when others work on the case. */
export async function payCase(ports: PayPorts, desk: PayDesk, key: CaseKey): Promise<void> {
  // Due by the beginning: while a provider hangs, a pause may be over before the next letter has had its turn.
  const began = ports.now();
  await ports.weigh(key);
  for (;;) {
    const leased = await leaseNext(ports, desk, key, began);
    if (!leased) return;
    if ('kept' in leased) {
      sayKept(ports.log, key, leased.kept);
      continue;
    }
    if (leased.letter.mayBeTwice) ports.log('letter-twice', named(leased));
    const sending = await sendLetter(ports, desk, leased);
    const settled = await settle(ports, key, leased.letter.id, endOf(leased, sending, ports.random()));
    say(ports, leased, sending, settled);
  }
}

/** A failure that comes after the lease is over says nothing of the try that another run has under way since: its lease stays. */
function endOf({ letter: { attempts } }: Leased, sending: Sending, random: number) {
  if ('sent' in sending) return letterSent(sending.sent);
  const failed = letterFailed(sending.failed, random, sending.unsure);
  return (letter: Letter, now: Date): Letter => (letter.attempts === attempts ? failed(letter, now) : letter);
}

/** A letter that we cannot even write is a failed one: it is tried again after the next deployment, and parked in the end. */
async function sendLetter(ports: PayPorts, desk: PayDesk, leased: Leased): Promise<Sending> {
  const mail = written(() => mailOf(leased, desk));
  return mail ? ports.mailer.send(mail) : { failed: 'unwritable' };
}

function written(write: () => Mail): Mail | undefined {
  try {
    return write();
  } catch {
    return undefined;
  }
}

/** So many cases are asked for at a time, and so many of them paid side by side. */
const BATCH = 25;
const SIDE_BY_SIDE = 5;

/** No case is begun after this time: three letters at a mail service that hangs (10 s each) still end before the platform ends the run (60 s). */
const LONGEST_RUN_MS = 25_000;

/**
 * Pays what is owed by now, oldest first, batch by batch, until nothing is due or the run has lasted long enough.
 * One case that cannot be paid does not keep the others from it. Gives the number of cases it went through.
 */
export async function payDue(ports: PayPorts, desk: PayDesk): Promise<number> {
  const end = ports.now().getTime() + LONGEST_RUN_MS;
  const seen = new Set<string>();
  let stuck = 0;
  while (ports.now().getTime() < end) {
    // Cases that cannot be paid stay the oldest: one asks past them, or they would keep all others waiting.
    const owing = await ports.cases.owing(ports.now().toISOString(), BATCH + stuck);
    const due = owing.filter(({ digest }) => !seen.has(digest));
    if (due.length === 0) break;
    for (const { digest } of due) seen.add(digest);
    stuck += (await payAll(ports, desk, due, end)).length;
  }
  return seen.size;
}

/** Pays some cases, a few side by side; after `end` none is begun, and the timer finds it still owing. Gives those that could not be paid. */
export async function payAll(
  ports: PayPorts,
  desk: PayDesk,
  keys: readonly CaseKey[],
  end = ports.now().getTime() + LONGEST_RUN_MS,
): Promise<CaseKey[]> {
  const failed: CaseKey[] = [];
  for (let at = 0; at < keys.length && ports.now().getTime() < end; at += SIDE_BY_SIDE) {
    const some = keys.slice(at, at + SIDE_BY_SIDE);
    const paid = await Promise.all(some.map((key) => payOne(ports, desk, key)));
    failed.push(...some.filter((_, nth) => !paid[nth]));
  }
  return failed;
}

/** Whether nobody need come back for it at once: what cannot be worked on is set aside and has its own time. */
async function payOne(ports: PayPorts, desk: PayDesk, key: CaseKey): Promise<boolean> {
  try {
    await payCase(ports, desk, key);
    return true;
  } catch (error) {
    ports.log('pay-failed', { reference: key.reference, error: error instanceof Error ? error.name : 'unknown' });
    return setAside(ports, { case: key }, error);
  }
}

/** Writes what became of a letter on the case as it is now: whatever else was written meanwhile stays. Gives the letter as written. */
async function settle(
  ports: PayPorts,
  key: CaseKey,
  letterId: string,
  change: (letter: Letter, now: Date) => Letter,
): Promise<Letter | undefined> {
  for (let tries = 0; tries < MOST_RETRIES; tries += 1) {
    const found = await ports.cases.read(key);
    const letter = found?.letters.find(({ id }) => id === letterId);
    if (!found || !letter) return undefined;
    const changed = change(letter, ports.now());
    if (changed === letter) return letter;
    if ((await ports.cases.save(withLetter(found, changed), found.rev)) === 'saved') return changed;
  }
  // The letter keeps its lease and is tried again: it may go twice, it cannot be forgotten.
  ports.log('letter-unsettled', { reference: key.reference });
  return undefined;
}
