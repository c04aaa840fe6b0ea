import { deliveryOf } from './delivery-state.ts';
import type { Letter } from './letter-parts.ts';

/** Letters that a member can let go, or send again: nobody read them. */
const unread: readonly string[] = ['held', 'parked', 'bounced', 'rejected'];

/** Whether a member can send it: not one that a later letter of its kind took the place of. */
export const mayLetGo = (letters: readonly Letter[], letter: Letter): boolean =>
  unread.includes(deliveryOf(letter)) && letters.findLast((one) => isSame(one, letter)) === letter;

const isSame = (one: Letter, other: Letter): boolean =>
  one.kind === other.kind && one.to === other.to && one.about === other.about;
