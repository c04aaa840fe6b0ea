import { useEffect, useRef } from 'preact/hooks';
import type { System } from '#domain/desk/system.ts';
import { announce } from '../ui/announce.ts';
import { Icon } from '../ui/icon.tsx';
import { fill } from '../words/fill.ts';
import { since, verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';
import words from './text/en.json' with { type: 'json' };

/** One sentence on top. When nobody answers any more, it says that, and not what it said before. */
export function VerdictBox({ system, stale }: { readonly system: System; readonly stale: boolean }) {
  const verdict = stale ? unknown(system) : verdictOf(system);
  useSpoken(verdict.words);
  return (
    <section class={`verdict ${verdict.tone}`} aria-labelledby="verdict">
      <Icon name={verdict.tone === 'good' ? 'check' : 'alert'} />
      <div>
        <h2 id="verdict">{verdict.words}</h2>
        {verdict.also.map((also) => (
          <p key={also}>{also}</p>
        ))}
      </div>
    </section>
  );
}

const unknown = ({ at }: System): Verdict => ({
  tone: 'warn',
  words: words['stale.title'],
  also: [fill(words['stale.text'], { time: since(at) })],
});

/** Who listens hears of a change, and not the same again every 15 seconds. */
function useSpoken(said: string): void {
  const before = useRef(said);
  useEffect(() => {
    if (before.current !== said) announce(fill(words.said, { words: said }));
    before.current = said;
  }, [said]);
}
