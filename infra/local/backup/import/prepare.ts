import { itemOf, keyOfItem } from '../../../../functions/aws/case-item.ts';
import type { Item } from '../../../../functions/aws/case-item.ts';
import { caseOf } from '../../../../functions/aws/read-case-item.ts';
import type { Case } from '../../../../functions/domain/case/case.ts';
import { holdingItsLetters } from '../../../../functions/domain/case/copied.ts';
import type { Wanted } from './arguments.ts';

/** An item as it is written; how many letters of it are held back, and whether this version could not read it. */
export type Prepared = { readonly item: Item; readonly held: number; readonly unread: boolean };

const asItIs = (item: Item, unread = false): Prepared => ({ item, held: 0, unread });

/**
 * A case is read and written anew, so that it has the keys and the card of today's writer, whatever version made the
 * export. All else, and what cannot be read, is written as it is. The same item always gives the same one.
 */
export function prepared(item: Item, letters: Wanted['letters']): Prepared {
  if (!keyOfItem(item)) return asItIs(item);
  const found = readable(item);
  if (found === 'unread') return asItIs(item, true);
  if (!found) return asItIs(item);
  const next = letters === 'hold' ? holdingItsLetters(found) : found;
  return { item: itemOf(next), held: heldIn(next) - heldIn(found), unread: false };
}

function readable(item: Item): Case | 'unread' | undefined {
  try {
    return caseOf(item);
  } catch {
    return 'unread';
  }
}

const heldIn = ({ letters }: Case): number => letters.filter(({ state }) => state === 'held').length;
