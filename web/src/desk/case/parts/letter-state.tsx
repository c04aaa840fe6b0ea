import type { CasePage } from '#domain/desk/case-page.ts';
import { Badge } from '../../ui/badge.tsx';
import { Time } from '../../ui/time.tsx';
import { letterWords } from '../model/letter-words.ts';

/** Where a letter is, and since when. */
export function LetterState({ letter }: { readonly letter: CasePage['letters'][number] }) {
  const { tone, words, at, more } = letterWords(letter);
  return (
    <span class="soft">
      {tone === undefined ? words : <Badge tone={tone}>{words}</Badge>}
      {at !== undefined && (
        <>
          {' '}
          <Time at={at} short />
        </>
      )}
      {more.map((one) => (
        <small key={one}> · {one}</small>
      ))}
    </span>
  );
}
