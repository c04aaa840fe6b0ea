import type { Piece } from './letter-by-letter.ts';

/** One difference: what stands where, and after what. */
export interface Difference {
  readonly kind: 'only-typed' | 'only-on-file' | 'replaced';
  readonly typed: string;
  readonly onFile: string;
  /** The end of what both names share before it; empty at the start. */
  readonly after: string;
}

/** The last word that both share before a difference: enough to find the place. */
const lastWord = (text: string): string => /[\p{L}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*$/u.exec(text)?.[0].trim() ?? '';

/**
 * The differences of two names, in order. Small and capital letters are none here: how names compare as a whole tells of
 * them. What was typed and what is on file in its place belong together.
 */
export function differencesOf(pieces: readonly Piece[]): Difference[] {
  const found: Difference[] = [];
  let common = '';
  for (const [index, { kind, typed, onFile }] of pieces.entries()) {
    const replaces = kind === 'only-on-file' && pieces[index - 1]?.kind === 'only-typed';
    const last = found.at(-1);
    if (kind === 'same' || kind === 'case') common += onFile;
    else if (replaces && last) found.splice(-1, 1, { ...last, kind: 'replaced', onFile });
    else found.push({ kind, typed, onFile, after: lastWord(common) });
  }
  return found;
}
