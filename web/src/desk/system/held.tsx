import type { System } from '#domain/desk/system.ts';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

/** Cases that hold a letter back: how many, and where to look at them. Always linked, since a case may have other letters on their way. */
export const Held = ({ held: { cases: n, more } }: { readonly held: System['held'] }) => (
  <section class="card" aria-labelledby="held">
    <h2 id="held">{words.held}</h2>
    <p class="hint">
      {n === 0 ? words['held.none'] : fill(words[`held.${more ? 'more' : n === 1 ? 'one' : 'several'}`], { n })}
    </p>
    <ul class="lines">
      <li>
        <a href="/desk/?held=yes">{words['held.open']}</a>
      </li>
      <li>
        <a href="/desk/?of=closed&held=yes">{words['held.closed']}</a>
      </li>
    </ul>
  </section>
);
