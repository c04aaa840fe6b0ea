import type { Rule } from '../check.ts';
import { holds, textOf } from '../field.ts';
import { isUnder } from '../mail-domain.ts';
import { changed } from './when-changed.ts';

/** CBP's form refuses a mailbox that already is an ACE user, and an importer that already is linked: no 5106 update cures that (facts 3.1, 2026-07). */
const notCuredByAnUpdate: Rule = (given) => [
  ...(textOf(given, 'newEmailInAce') === 'yes' ? [{ field: 'newEmailInAce', code: 'already-ace-user' } as const] : []),
  ...(textOf(given, 'errorSeen') === 'already-linked' ? [{ field: 'errorSeen', code: 'already-linked' } as const] : []),
];

/** CBP asks that the contact on a 5106 be the importer's, never the broker's (Pub. 5228-1025, as reported 2026-07). */
const notTheBrokersOwn: Rule = (given, world) =>
  isUnder(textOf(given, 'newEmail'), world.ownDomains) ? [{ field: 'newEmail', code: 'own-domain' }] : [];

const postalCodeFits: Rule = (given) => {
  const code = textOf(given, 'postalCode');
  if (code === '' || !changed.every((condition) => holds(condition, given))) return [];
  const country = textOf(given, 'country');
  if (country === 'US' && !/^\d{5}([ -]?\d{4})?$/.test(code))
    return [{ field: 'postalCode', code: 'not-a-us-postal-code' }];
  if (country === 'CA' && !/^[a-z]\d[a-z][ -]?\d[a-z]\d$/i.test(code)) {
    return [{ field: 'postalCode', code: 'not-a-canadian-postal-code' }];
  }
  return [];
};

export const rules: readonly Rule[] = [notCuredByAnUpdate, notTheBrokersOwn, postalCodeFits];
