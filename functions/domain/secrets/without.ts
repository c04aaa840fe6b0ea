import { findSecrets } from './find.ts';
import type { Secret, SecretKind } from './secret.ts';
import words from './text/en.json' with { type: 'json' };

/** A text that may be kept, and which kinds were in it. */
export type Kept = { readonly text: string; readonly kinds: readonly SecretKind[] };

/**
 * The text with every secret replaced by what kind it was, in words; of a Social Security number the last four digits
 * stay. What can be kept goes through unchanged, so doing it twice changes nothing more.
 */
export function withoutSecrets(given: string, find: (text: string) => readonly Secret[] = findSecrets): Kept {
  const found = find(given);
  if (found.length === 0) return { text: given, kinds: [] };
  const parts = found.map(
    ({ from, ...secret }, at) => given.slice(found[at - 1]?.to ?? 0, from) + instead(given, { from, ...secret }),
  );
  // What is left may say more than it did beside what is gone.
  const rest = withoutSecrets(parts.join('') + given.slice(found.at(-1)?.to), find);
  return { text: rest.text, kinds: [...new Set([...found.map(({ kind }) => kind), ...rest.kinds])] };
}

/** Only the text, where nobody is told of what it was. */
export const secretsOut = (text: string): string => withoutSecrets(text).text;

function instead(given: string, { kind, from, to }: Secret): string {
  const text = given.slice(from, to);
  return kind === 'ssn' ? endOf(text) : words[kind];
}

/** `***-**-1234`: nothing moves. */
function endOf(text: string): string {
  const least = (text.match(/\p{N}/gu)?.length ?? 0) - 4;
  let seen = 0;
  return text.replace(/\p{N}/gu, (digit) => (seen++ < least ? '*' : digit));
}
