import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { proofOf } from '#casework/proof-of-work.ts';
import { PUZZLES, boundText, hourOf, isSolved, proofText, readProof, tryOf } from '#domain/requests/proof-of-work.ts';
import { samples } from '#test/fakes/requests.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const now = new Date('2026-11-16T15:20:00.000Z');
const HOUR = 3600_000;

/** As the page's worker does. */
function solved(given: Readonly<Record<string, unknown>>, at = now): string {
  const hour = hourOf(at.getTime());
  const bound = sha256(boundText(given, hour)).toString('hex');
  const nonces = Array.from({ length: PUZZLES }, (_, puzzle) => {
    let nonce = 0;
    while (!isSolved(sha256(tryOf(bound, puzzle, nonce)))) nonce += 1;
    return nonce;
  });
  return proofText(hour, nonces);
}

const given = { ...samples['name-query'][0], submissionId: '7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b11' };
const proof = solved(given);
const other = (nth: number) =>
  proof
    .split('.')
    .map((part, at) => (at === nth ? String(Number(part) + 1) : part))
    .join('.');

describe('a proof of work', () => {
  it.each([
    ['as it should be', { ...given, proof }, 'right'],
    ['with what is no part of the request', { ...given, proof, website: 'x', seconds: 9 }, 'right'],
    ['in another order', { proof, ...Object.fromEntries(Object.entries(given).reverse()) }, 'right'],
    ['none', given, 'missing'],
    ['an empty one', { ...given, proof: '' }, 'missing'],
    ['of another request', { ...given, companyName: 'Acme Exports LLC', proof }, 'wrong'],
    ['of another submission', { ...given, submissionId: '7b1f7c1e-2a44-4a6a-9d0e-3f6f1f0c2b12', proof }, 'wrong'],
    ['with one puzzle unsolved', { ...given, proof: other(3) }, 'wrong'],
    ['of another hour by its word', { ...given, proof: other(0) }, 'wrong'],
    ['one puzzle short', { ...given, proof: proof.replace(/\.\d+$/, '') }, 'wrong'],
    ['no number', { ...given, proof: 'abc' }, 'wrong'],
    ['no text', { ...given, proof: 7 }, 'wrong'],
    ['a list', { ...given, proof: [proof] }, 'wrong'],
  ])('%s', (_, sent, expected) => {
    expect(proofOf(sent, now)).toBe(expected);
  });

  it.each([
    [-2, 'wrong'],
    [-1, 'right'],
    [0, 'right'],
    [1, 'right'],
    [2, 'wrong'],
  ])('%i hours from its own is %s', (hours, expected) => {
    expect(proofOf({ ...given, proof }, new Date(now.getTime() + hours * HOUR))).toBe(expected);
  });

  it('costs about as many hashes each time as it says', () => {
    const costs = Array.from({ length: 20 }, (_, nth) => {
      const { nonces } = readProof(solved({ ...given, note: String(nth) })) ?? { nonces: [] };
      return nonces.reduce((sum, nonce) => sum + nonce + 1, 0);
    });
    expect(Math.max(...costs)).toBeLessThan(50_000);
    expect(costs.reduce((sum, cost) => sum + cost, 0) / costs.length).toBeGreaterThan(10_000);
  });
});
