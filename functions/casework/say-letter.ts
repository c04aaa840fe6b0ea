import type { CaseKey, Letter } from '#domain/case/case.ts';
import { secondsOwed } from '#domain/case/letters.ts';
import type { Leased } from './lease-letter.ts';
import type { Clock, Log, Sending } from './ports.ts';

/** It was not for us to send: it waits for a member, or was given up. */
export function sayKept(
  log: Log,
  { reference }: CaseKey,
  { kind, state, heldFor = 'budget', attempts, ...rest }: Letter,
): void {
  if (state === 'held') log('letter-held', { reference, letter: kind, reason: heldFor });
  else log('letter-parked', { reference, letter: kind, attempt: attempts, reason: rest.lastFailure ?? '' });
}

export const named = ({ case: { reference }, letter: { kind } }: Leased) => ({ reference, letter: kind });

type Ports = { readonly log: Log; readonly now: Clock };

/** How a try ended. */
export function say({ log, now }: Ports, leased: Leased, sending: Sending, letter: Letter | undefined): void {
  const seconds = secondsOwed(leased.letter, now());
  const which = { ...named(leased), attempt: leased.letter.attempts };
  // Once for each letter, when it is first known.
  if (letter?.late && !leased.letter.late) log('letter-late', { ...which, seconds });
  if ('sent' in sending) log('letter-sent', { ...which, seconds });
  else log(letter?.state === 'parked' ? 'letter-parked' : 'letter-failed', { ...which, reason: sending.failed });
}
