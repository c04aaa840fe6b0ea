import type { Case } from './case.ts';
import { mayLetGo } from './let-go.ts';
import type { Letter } from './letter-parts.ts';
import { owing } from './owe.ts';
import type { Owed } from './owe.ts';

/**
 * A letter that nobody tries any more, and that somebody has to look after: it was given up after 72 hours, or it went to the
 * team and came back, or was refused, while no other mailbox of the team could take it.
 */
export const isPutAside = (letters: readonly Letter[], letter: Letter): boolean =>
  isParked(letter) || isLostToTeam(letters, letter);

export const hasPutAside = ({ letters }: Pick<Case, 'letters'>): boolean =>
  letters.some((letter) => isPutAside(letters, letter));

const isParked = ({ state }: Letter): boolean => state === 'parked';

/** No later letter took its place, and none of its mails arrived after another one was lost. */
const isLostToTeam = (letters: readonly Letter[], letter: Letter): boolean =>
  letter.to === 'team' && letter.state === 'sent' && mayLetGo(letters, letter) && !arrivedAfterAll(letter);

function arrivedAfterAll({ bouncedAt = '', told: { deliveredAt = '', rejectedAt = '' } = {} }: Letter): boolean {
  return deliveredAt > bouncedAt && deliveredAt > rejectedAt;
}

/** What the team never got, to be owed to it anew. A case that is being erased tells it nothing more. */
const lostToTeam = ({ letters, erasing }: Case): Owed[] =>
  erasing
    ? []
    : letters
        .filter((letter) => isLostToTeam(letters, letter))
        .map(({ kind, to, about }) => ({ kind, to, ...(about !== undefined && { about }) }));

/** The case with its letters put aside owed again, as on their first day; nothing when there are none. */
export function owingItsPutAside(of: Case, now: Date): Case | undefined {
  const lost = lostToTeam(of);
  if (lost.length === 0 && !of.letters.some(isParked)) return undefined;
  const at = now.toISOString();
  const again = (letter: Letter): Letter =>
    isParked(letter) ? { ...letter, state: 'owed', owedSince: at, nextAt: at, attempts: 0 } : letter;
  return { ...owing({ ...of, letters: of.letters.map(again) }, at, ...lost), rev: of.rev + 1 };
}

/**
 * The case with what the team never got owed to it as new letters; nothing when there is none. One that came back stays on
 * record, and the new one takes its place: a second time owes nothing more.
 */
export function owingTeamAgain(of: Case, now: Date): Case | undefined {
  const lost = lostToTeam(of);
  return lost.length === 0 ? undefined : { ...owing(of, now.toISOString(), ...lost), rev: of.rev + 1 };
}
