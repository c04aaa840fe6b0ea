import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PUZZLES, hourOf, boundText, isSolved, proofText, tryOf } from '#domain/requests/proof-of-work.ts';

/** A worker's whole script: it works out the proof for a request that is about to be sent, and says it. */
function solve(bound: string, puzzle: number): number {
  for (let nonce = 0; ; nonce += 1) if (isSolved(sha256(utf8ToBytes(tryOf(bound, puzzle, nonce))))) return nonce;
}

onmessage = ({ data }: MessageEvent<Readonly<Record<string, unknown>>>) => {
  const hour = hourOf(Date.now());
  const bound = bytesToHex(sha256(utf8ToBytes(boundText(data, hour))));
  postMessage(
    proofText(
      hour,
      Array.from({ length: PUZZLES }, (_, puzzle) => solve(bound, puzzle)),
    ),
  );
};
