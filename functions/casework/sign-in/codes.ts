import { hash, randomBytes } from 'node:crypto';
import type { Member, SignIn } from '#domain/broker/broker.ts';
import type { MemberItem } from '#domain/desk/kept.ts';
import { mailboxKey } from '#domain/requests/mailboxes.ts';

const MINUTE = 60 * 1000;

/** So many wrong codes, and then none is tried for so long. */
export const MOST_WRONG_CODES = 5;
export const LOCK_MS = 15 * MINUTE;

/** A code that was handed over waits for a working day and a night. */
export const CODE_MS = 24 * 60 * MINUTE;

/** Codes of the configuration are few; so many that were used are remembered. */
const MOST_SPENT = 100;

/** No I, L, O, U, 0 or 1: read out on the phone and typed at once. 24 letters of 30 are 117 bits: enough for a plain hash. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh code as a person reads it: `K7QF-9XTM-2B4C-…`. */
export function newCode(random: (bytes: number) => Uint8Array = randomBytes): string {
  let letters = '';
  // A byte beyond the last whole round of the alphabet would make its first letters likelier.
  while (letters.length < 24)
    for (const byte of random(32)) if (byte < 240 && letters.length < 24) letters += ALPHABET[byte % 30] ?? '';
  return letters.match(/.{4}/g)?.join('-') ?? '';
}

/** What is kept of a code: bound to its member; hyphens, spaces and case do not count. */
export const hashOfCode = (email: string, code: string): string =>
  hash('sha256', `${mailboxKey(email)} ${code.toUpperCase().replace(/[\s-]/g, '')}`);

export type CodeRefusal = 'code-wrong' | 'code-expired' | 'code-locked';

type Tried = { readonly next?: MemberItem; readonly refused?: CodeRefusal };

/**
 * Tries a code on what the desk knows of its member. Every try is written, a right one too: guesses that come side by
 * side are counted one after another. A right code is spent by `spent`, in the write that adds the passkey.
 */
export function tryCode(item: MemberItem, member: Member, signIn: SignIn, code: string, now: Date): Tried {
  const at = now.toISOString();
  if (item.lockedUntil !== undefined && at < item.lockedUntil) return { refused: 'code-locked' };
  const hashed = hashOfCode(member.email, code);
  if (isFirst(item, member, signIn, hashed)) return { next: item };
  if (item.code?.hash === hashed) return item.code.expiresAt > at ? { next: item } : { refused: 'code-expired' };
  const wrongCodes = item.wrongCodes + 1;
  if (wrongCodes < MOST_WRONG_CODES) return { refused: 'code-wrong', next: { ...item, wrongCodes } };
  const lockedUntil = new Date(now.getTime() + LOCK_MS).toISOString();
  return { refused: 'code-locked', next: { ...item, wrongCodes: 0, lockedUntil } };
}

/** The code of the configuration, for the licensed member it names, and never used before. */
function isFirst({ spentCodes }: MemberItem, { email, role }: Member, signIn: SignIn, hashed: string): boolean {
  if (signIn.with !== 'passkey' || !signIn.first || role !== 'licensed') return false;
  const isTheirs = mailboxKey(signIn.first.email) === mailboxKey(email);
  return isTheirs && hashOfCode(email, signIn.first.code) === hashed && !spentCodes.includes(hashed);
}

/** The member with this code used up, and the wrong tries forgotten. */
export function spent({ code, lockedUntil: _, ...item }: MemberItem, email: string, used: string): MemberItem {
  const hashed = hashOfCode(email, used);
  const handed = code?.hash === hashed;
  return {
    ...item,
    ...(code && !handed && { code }),
    spentCodes: handed ? item.spentCodes : [...item.spentCodes, hashed].slice(-MOST_SPENT),
    wrongCodes: 0,
  };
}
