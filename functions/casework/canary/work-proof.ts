import { createHash } from 'node:crypto';
import type { Given } from '#domain/requests/field.ts';
import { PUZZLES, boundText, hourOf, isSolved, proofText, tryOf } from '#domain/requests/proof-of-work.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** The proof of work for a request, worked out as the page's own worker does it: some 16,000 hashes. */
export function workProof(given: Given, now: Date): string {
  const hour = hourOf(now.getTime());
  const bound = sha256(boundText(given, hour)).toString('hex');
  const nonces = Array.from({ length: PUZZLES }, (_, puzzle) => solve(bound, puzzle));
  return proofText(hour, nonces);
}

function solve(bound: string, puzzle: number): number {
  for (let nonce = 0; ; nonce += 1) if (isSolved(sha256(tryOf(bound, puzzle, nonce)))) return nonce;
}
