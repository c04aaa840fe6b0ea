import type { DeskTrouble } from '../desk-answer.ts';
import english from './text/refusals.en.json' with { type: 'json' };

export type SignInRefusal = keyof typeof english;

/** A step of signing in that was refused, in words of its own. */
export const refused = (refusal: SignInRefusal): DeskTrouble => ({
  problem: 'refused',
  detail: english[refusal],
  more: { refusal },
});
