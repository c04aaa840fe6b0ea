import type { Rule } from '../check.ts';
import { textOf } from '../field.ts';

const digits = (text: string): string => text.replace(/[^0-9A-Za-z]/g, '').replace(/^(\d{9})00$/, '$1');

/** A notify party is somebody else: the importer's own number in its place sends the money nowhere else. */
const somebodyElse: Rule = (given) => {
  const receiver = digits(textOf(given, 'receiverNumber'));
  const isOwn = receiver.length > 4 && receiver === digits(textOf(given, 'importerNumber'));
  return isOwn ? [{ field: 'receiverNumber', code: 'own-number' }] : [];
};

export const rules: readonly Rule[] = [somebodyElse];
