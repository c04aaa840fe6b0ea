import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import type { Difference } from '#domain/company-name/differences.ts';
import { signsOf } from '#domain/company-name/signs.ts';
import type { NameVerdict } from '#domain/company-name/verdict.ts';
import type { OnFile } from '#domain/abi/kr/on-file.ts';
import { comparisonsOf, differencesIn } from '../model/comparison.ts';
import type { Comparison as Compared } from '../model/comparison.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

const grave: readonly NameVerdict[] = ['entity-form', 'homoglyph', 'different'];
const toneOf = (verdict: NameVerdict): Tone => (verdict === 'same' ? 'good' : grave.includes(verdict) ? 'bad' : 'warn');

/** What was typed beside what is on file: every letter, every space. The nearest pair in sight, the others folded. */
export function Comparison({ onFile }: { readonly onFile: OnFile }) {
  const { page, show } = useDesk();
  const [first, ...others] = comparisonsOf(page.answers, onFile);
  if (!first) return null;
  const matches = page.tool === 'query' && first.verdict === 'same' && takes(page, 'convert');
  return (
    <section class="tool">
      <h3>{say('compare.title')}</h3>
      <Pair pair={first} />
      {matches && (
        <p class="btns">
          <span>{say('convert.why')}</span>
          <Button onClick={() => show('convert')}>{say('convert.now')}</Button>
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>{say('compare.more')}</summary>
          {others.map((pair) => (
            <Pair key={`${pair.typedIn}/${pair.filedAs}`} pair={pair} />
          ))}
        </details>
      )}
    </section>
  );
}

/** The picture is for eyes; the verdict and the list of differences say the same to everybody. */
function Pair({ pair }: { readonly pair: Compared }) {
  // Of two names that have nothing to do with each other there is nothing to list.
  const shared = pair.pieces.some(({ kind }) => kind === 'same' || kind === 'case');
  const differences = shared ? differencesIn(pair.pieces) : [];
  return (
    <div class="pair">
      <p class="pair-of">
        {say(`compare.${pair.typedIn}`)} / {say(`compare.${pair.filedAs}`)}
      </p>
      <div class="aligned mono" aria-hidden="true">
        <div class="piece rows">
          <span>{say('compare.typed')}</span>
          <span>{say('compare.on-file')}</span>
        </div>
        {pair.pieces.map(({ kind, typed, onFile }, index) => (
          <div key={index} class={`piece ${kind}`}>
            <Signs text={typed} />
            <Signs text={onFile} />
          </div>
        ))}
      </div>
      <p>
        <Badge tone={toneOf(pair.verdict)}>{say(`verdict.${pair.verdict}`)}</Badge>
      </p>
      {differences.length > 0 && (
        <ul class="differences">
          {differences.map((difference, index) => (
            <li key={index}>{differenceWords(difference)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const Signs = ({ text }: { readonly text: string }) => (
  <span class="signs">
    {signsOf(text).map(({ shown, kind }, index) => (
      <span key={index} class={kind}>
        {shown}
      </span>
    ))}
  </span>
);

const differenceWords = ({ kind, typed, onFile, after }: Difference): string =>
  say(`compare.${kind}`, {
    typed,
    onFile,
    after: after === '' ? say('compare.start') : say('compare.after', { word: after }),
  });
