import { secretNumbers } from './numbers.ts';
import { passwords } from './passwords.ts';
import { inItsPlace } from './in-its-place.ts';
import { secretKinds } from './secret.ts';
import type { Secret } from './secret.ts';
import { seeThrough } from './see-through.ts';

/**
 * Every secret in a text, in its order: a full Social Security number, a payment card, a bank account or routing number,
 * a password. Rather one too many than one too few. What was taken out already is passed over.
 */
export const findSecrets = (text: string): Secret[] => found(text, false);

/** The same for an answer that is one number or address: what needs words around it, or is only nine digits, is none there. */
export const findSecretsInShort = (text: string): Secret[] => found(text, true);

/** No word that a password stands behind lacks one of these, in a text that is plain ASCII; and no number is short of four digits. */
const hint = /pass|pw|pin|otp|cv[vc]|code|kenn|mot de|senha|clave|contras|codigo|mat khau/i;
const isPlain = (text: string): boolean => /^[\t-\r -~]*$/.test(text);
const digitsIn = (text: string): number => text.match(/\d/g)?.length ?? 0;
const hasNone = (text: string): boolean => isPlain(text) && digitsIn(text) < 4 && !hint.test(text);

function found(given: string, short: boolean): Secret[] {
  // Most answers, told without preparing the slow patterns.
  if (hasNone(given)) return [];
  const { text, at } = seeThrough(given);
  const seen = text.replace(inItsPlace, (words) => '\0'.repeat(words.length));
  const all = [...secretNumbers(seen, short), ...(short ? [] : passwords(seen))];
  return apart(all.filter(({ from, to }) => from < to)).map(({ kind, from, to }) => ({
    kind,
    from: at(from),
    to: at(to),
  }));
}

/** Where two overlap they are one, and more is taken than the end of a Social Security number would leave. */
function apart(secrets: readonly Secret[]): Secret[] {
  const done: Secret[] = [];
  for (const next of [...secrets].sort((a, b) => a.from - b.from)) {
    const last = done.at(-1);
    if (!last || last.to <= next.from) done.push(next);
    else {
      const kind = secretKinds.findLast((kind) => kind === last.kind || kind === next.kind) ?? next.kind;
      done[done.length - 1] = { kind, from: last.from, to: Math.max(last.to, next.to) };
    }
  }
  return done;
}
