import { Button } from '../ui/button.tsx';
import { atWords } from '../ui/clock.ts';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

type NewsBarProps = { readonly count: number; readonly lookedAt: string | undefined; readonly onLooked: () => void };

/** What is new since its reader last said that they had looked. Only they say so: opening the page is not looking. */
export function NewsBar({ count, lookedAt, onLooked }: NewsBarProps) {
  const since = lookedAt === undefined ? '' : atWords(Date.parse(lookedAt));
  const says =
    lookedAt === undefined
      ? words['news.first']
      : fill(words[count === 0 ? 'news.none' : count === 1 ? 'news.one' : 'news.several'], { n: count, since });
  return (
    <div class={count > 0 ? 'news some' : 'news'}>
      {count > 0 && <span class="dot" aria-hidden="true" />}
      <span>{says}</span>
      {(lookedAt === undefined || count > 0) && (
        <Button small onClick={onLooked}>
          {words['news.looked']}
        </Button>
      )}
    </div>
  );
}
