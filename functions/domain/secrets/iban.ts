import { isIban } from './check-digits.ts';
import type { Secret } from './secret.ts';

const ibanHere = /(?<![A-Z\d])(?=([A-Z]{2}\d\d(?:[ .-]?[A-Z\d]){11,44}))/gi;

/** Account numbers that say themselves what they are. What follows in the same breath is no part of it. */
export function ibans(text: string): Secret[] {
  return Array.from(text.matchAll(ibanHere)).flatMap(({ 1: breath = '', index }): Secret[] => {
    const ends = Array.from(breath.matchAll(/[A-Z\d](?![A-Z\d])/gi), (end) => end.index + 1);
    const end = ends.findLast((at) => isIban(breath.slice(0, at)));
    return end === undefined ? [] : [{ kind: 'bank', from: index, to: index + end }];
  });
}
