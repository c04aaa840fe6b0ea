import type { Case, Letter } from './case.ts';
import { ON_TIME_SECONDS } from './promises.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** How long a letter belongs to the run that leased it; longer than a mail call may take (10 s). */
export const LEASE_MS = 30 * SECOND;

/** A letter that could not be sent for so long is parked for the team to see. */
export const GIVE_UP_AFTER_MS = 72 * HOUR;

const FIRST_PAUSE_MS = 2 * SECOND;
const LONGEST_PAUSE_MS = HOUR / 4;

/** When a letter is next worth looking at: its time, or the end of a lease whose holder may have died. ISO. */
const tryAt = (letter: Letter): string =>
  letter.leasedUntil !== undefined && letter.leasedUntil > letter.nextAt ? letter.leasedUntil : letter.nextAt;

const owedLetters = (of: Pick<Case, 'letters'>): Letter[] => of.letters.filter(({ state }) => state === 'owed');

/** The earliest time at which a letter of the case is to be tried (ISO), over *all* its letters; nothing when none is owed. */
export const owedAt = (of: Pick<Case, 'letters'>): string | undefined => owedLetters(of).map(tryAt).sort()[0];

export const nextDueLetter = (of: Pick<Case, 'letters'>, now: Date): Letter | undefined =>
  owedLetters(of).find((letter) => tryAt(letter) <= now.toISOString());

/** A try whose end nobody wrote down, or whose answer was lost, may have been a letter: the next one is marked. */
export const leaseLetter = ({ unsure, ...letter }: Letter, now: Date): Letter => ({
  ...letter,
  ...((unsure || letter.leasedUntil !== undefined) && { mayBeTwice: true }),
  attempts: letter.attempts + 1,
  leasedUntil: new Date(now.getTime() + LEASE_MS).toISOString(),
});

/** A letter that the mail service took, as one of its mails. What it told already, before we could write this, stays. */
export const letterTaken = (
  { leasedUntil: _, lastFailure: __, unsure: ___, ...letter }: Letter,
  messageId: string,
  at: string,
): Letter => ({
  ...letter,
  state: 'sent',
  sentAt: letter.sentAt !== undefined && letter.sentAt < at ? letter.sentAt : at,
  mails: [...new Set([...(letter.mails ?? []), messageId])],
});

export const letterSent =
  (messageId: string) =>
  (letter: Letter, now: Date): Letter =>
    letterTaken(noteLate(letter, now), messageId, now.toISOString());

/**
 * After a failure: again after a pause that doubles up to 15 minutes, spread by `random` (0 to 1); after 72 hours parked.
 * `unsure`: there was no answer at all. A letter that the mail service said meanwhile to have taken stays what it is.
 */
export const letterFailed =
  (reason: string, random: number, unsure = false) =>
  (given: Letter, now: Date): Letter => {
    const { leasedUntil: _, ...letter } = given;
    if (letter.state !== 'owed') return given;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(letter.attempts - 1, 20));
    const nextAt = new Date(now.getTime() + pause * (0.5 + random / 2));
    return {
      ...noteLate(letter, now),
      state: isTooOld(letter, nextAt) ? 'parked' : 'owed',
      nextAt: nextAt.toISOString(),
      lastFailure: reason,
      ...(unsure && { unsure }),
    };
  };

const isTooOld = ({ owedSince }: Letter, at: Date): boolean => at.getTime() - Date.parse(owedSince) > GIVE_UP_AFTER_MS;

/**
 * A letter whose last run told nobody how it ended, and whose 72 hours are over: parked instead of leased, or one that stops
 * each run that takes it up would be tried for ever. Nothing when it may be tried.
 */
export const parkedUntried = (letter: Letter, now: Date): Letter | undefined => {
  const { leasedUntil, ...rest } = letter;
  if (leasedUntil === undefined || !isTooOld(letter, now)) return undefined;
  return { ...noteLate(rest, now), state: 'parked', lastFailure: 'unended', unsure: true };
};

/** Seconds since it was owed. */
export const secondsOwed = ({ owedSince }: Letter, now: Date): number =>
  Math.max(0, Math.round((now.getTime() - Date.parse(owedSince)) / SECOND));

const noteLate = (letter: Letter, now: Date): Letter =>
  secondsOwed(letter, now) > ON_TIME_SECONDS ? { ...letter, late: true } : letter;

/** The case with one letter replaced, as the next revision. */
export const withLetter = (of: Case, letter: Letter): Case => ({
  ...of,
  rev: of.rev + 1,
  letters: of.letters.map((other) => (other.id === letter.id ? letter : other)),
});
