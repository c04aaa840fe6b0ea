import { envelopeNames } from './envelope.ts';
import type { Given } from './field.ts';

/**
 * A proof that a machine worked for a request, for the days of an attack: some nonces, each of which makes a hash begin
 * with zeros. Many small puzzles and not a large one, so that the time varies little: 16 of 1,024 tries each are 16,000
 * hashes, a third of a second on a cheap phone (50,000 a second), and more than two thirds of one hardly ever.
 */
export const PUZZLES = 16;
export const ZERO_BITS = 10;

const HOUR = 3600_000;

/** The hour of a moment: a proof is good in its own and the ones beside it, for clocks that differ. */
export const hourOf = (now: number): number => Math.floor(now / HOUR);
export const isNear = (hour: number, now: number): boolean => Math.abs(hourOf(now) - hour) <= 1;

const outside: readonly string[] = envelopeNames.filter((name) => name !== 'submissionId');

/**
 * What the proof is bound to: everything that is asked and the submission's id, in one order. Who sends it again sends
 * the same submission, which is the same case; another request needs another proof.
 */
export const boundText = (given: Given, hour: number): string =>
  JSON.stringify([
    hour,
    ...Object.entries(given)
      .filter(([name]) => !outside.includes(name))
      .sort(byName),
  ]);

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

/** What is hashed for a try at a puzzle; `bound` is the hash of the text above. */
export const tryOf = (bound: string, puzzle: number, nonce: number): string => `${bound}:${puzzle}:${nonce}`;

/** Whether a hash (bytes) begins with enough zeros. */
export const isSolved = (hash: Uint8Array): boolean => hash[0] === 0 && (hash[1] ?? 255) >> (16 - ZERO_BITS) === 0;

/** As it is sent: `494012.17.803…`, the hour and a nonce for each puzzle. */
export const proofText = (hour: number, nonces: readonly number[]): string => [hour, ...nonces].join('.');

export function readProof(text: string): { readonly hour: number; readonly nonces: readonly number[] } | undefined {
  if (!/^\d{1,8}(\.\d{1,9})+$/.test(text)) return undefined;
  const [hour = 0, ...nonces] = text.split('.').map(Number);
  return nonces.length === PUZZLES ? { hour, nonces } : undefined;
}
