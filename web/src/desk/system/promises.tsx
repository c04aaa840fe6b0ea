import type { Hour } from '#domain/desk/system.ts';
import { Badge } from '../ui/badge.tsx';
import { fill } from '../words/fill.ts';
import { deliveredInTime, isKept, share, takenInTime } from './measures.ts';
import type { Measured } from './measures.ts';
import words from './text/en.json' with { type: 'json' };

/** What we promise of letters, and what became of it. */
export const Promises = ({ hours }: { readonly hours: readonly Hour[] }) => (
  <section class="card" aria-labelledby="promises">
    <h2 id="promises">{words.promises}</h2>
    <p class="hint">{words['promises.text']}</p>
    <ul class="lines">
      <Line said="promise.taken" measured={takenInTime(hours)} />
      <Line said="promise.delivered" measured={deliveredInTime(hours)} />
    </ul>
    <p class="hint">{words['promise.delivered.note']}</p>
  </section>
);

type LineProps = { readonly said: 'promise.taken' | 'promise.delivered'; readonly measured: Measured };

function Line({ said, measured }: LineProps) {
  const { n, all, promised } = measured;
  return (
    <li>
      <span class="what">{fill(words[said], { share: share(promised) })}</span>
      {all === 0 ? (
        <small>{words['promises.none']}</small>
      ) : (
        <span>
          <Badge tone={isKept(measured) ? 'good' : 'bad'}>
            {words[isKept(measured) ? 'promise.kept' : 'promise.broken']}
          </Badge>{' '}
          <small>{fill(words['promise.measured'], { share: share(n / all), n, all })}</small>
        </span>
      )}
    </li>
  );
}
