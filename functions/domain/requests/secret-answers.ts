import type { Problem } from '../problem.ts';
import { findSecrets, findSecretsInShort } from '../secrets/find.ts';
import type { Secret } from '../secrets/secret.ts';
import { textOf } from './field.ts';
import type { Field, Fields, Given } from './field.ts';

/** India writes its postal codes as `PIN 560001`. */
const isPostalPin = ({ kind, from, to }: Secret, text: string): boolean =>
  kind === 'password' && /^\d{3,6}$/.test(text.slice(from, to));

/** Phone numbers have at most 15 digits, and hardly any has as many (ITU-T E.164). */
const isNoPhone = ({ kind, from, to }: Secret, text: string): boolean =>
  kind === 'ssn' || text.slice(from, to).replace(/\P{N}/gu, '').length >= 15;

/** Most phone numbers, told at once: plain signs, too few digits for a card, none that stand as a Social Security number's could. */
const isOnlyPhone = (text: string): boolean =>
  /^[ -~]*$/.test(text) && !/\d{3}\D{0,3}\d\d\D{0,3}\d{4}|(?:\d\D*){15}/.test(text);

/** Secrets in the answer to a question. What a phone number or a postal code can look like is none there. */
export function secretsIn(field: Field, text: string): Secret[] {
  switch (field.kind) {
    case 'line':
    case 'long-text': {
      const place = field.autocomplete ?? '';
      if (place === 'postal-code') return findSecretsInShort(text);
      const found = findSecrets(text);
      return place.startsWith('address') ? found.filter((secret) => !isPostalPin(secret, text)) : found;
    }
    case 'email':
      return findSecretsInShort(text);
    case 'phone':
      return isOnlyPhone(text) ? [] : findSecretsInShort(text).filter((secret) => isNoPhone(secret, text));
    case 'extension':
    case 'importer-number':
    case 'radio':
    case 'select':
    case 'tick':
      return [];
  }
}

/**
 * Answers that hold one, as the page tells its reader before anything is sent. The door refuses none of them for it, an
 * email address apart: it keeps the text without the secret, so that nobody's request is lost over a false alarm.
 */
export const secretProblems = (fields: Fields, given: Given): Problem[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const [secret] = secretsIn(field, textOf(given, name));
    return secret ? [{ field: name, code: `secret-${secret.kind}` as const }] : [];
  });
