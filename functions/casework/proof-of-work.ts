import { createHash } from 'node:crypto';
import { boundText, isNear, isSolved, readProof, tryOf } from '#domain/requests/proof-of-work.ts';
import type { Given } from '#domain/requests/field.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * How a request's proof of work stands: seventeen hashes at most. Nobody is refused for it: a request without one is kept,
 * and its letters to strangers wait for a member.
 */
export function proofOf(given: Given, now: Date): 'right' | 'missing' | 'wrong' {
  const { proof } = given;
  if (proof === undefined || proof === null || proof === '') return 'missing';
  const read = typeof proof === 'string' ? readProof(proof) : undefined;
  if (!read || !isNear(read.hour, now.getTime())) return 'wrong';
  const bound = sha256(boundText(given, read.hour)).toString('hex');
  return read.nonces.every((nonce, puzzle) => isSolved(sha256(tryOf(bound, puzzle, nonce)))) ? 'right' : 'wrong';
}
