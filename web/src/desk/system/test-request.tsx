import type { Canary } from '#domain/desk/system.ts';
import { Time } from '../ui/time.tsx';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

/** The made-up request that goes the whole way: whether it came through. */
export const TestRequest = ({ canary }: { readonly canary: Canary }) => (
  <section class="card" aria-labelledby="canary">
    <h2 id="canary">{words.canary}</h2>
    <p class="hint">{words[canary.on ? 'canary.text' : 'canary.off']}</p>
    {(canary.on || canary.deliveredAt !== undefined) && <Last canary={canary} />}
  </section>
);

const Last = ({ canary: { postedAt, deliveredAt, seconds, failedAt, why } }: { readonly canary: Canary }) => (
  <>
    {deliveredAt === undefined ? (
      <p>{words['canary.none']}</p>
    ) : (
      <p>
        {words['canary.delivered']} <Time at={deliveredAt} />.{' '}
        {seconds !== undefined && fill(words['canary.seconds'], { n: Math.round(seconds) })}
      </p>
    )}
    {postedAt !== undefined && (
      <p>
        {words['canary.posted']} <Time at={postedAt} />.
      </p>
    )}
    {failedAt !== undefined && (
      <p>
        {words['canary.failed']} <Time at={failedAt} />. {why !== undefined && fill(words['canary.why'], { why })}
      </p>
    )}
  </>
);
