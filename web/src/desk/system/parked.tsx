import type { System } from '#domain/desk/system.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { typeName } from '../words/types.ts';
import words from './text/en.json' with { type: 'json' };

const REDRIVE = 'npm run redrive -- --parked';

/** Cases with a letter that is not tried any more. */
export const Parked = ({ parked: { cards, more } }: { readonly parked: System['parked'] }) => (
  <section class="card" aria-labelledby="parked">
    <h2 id="parked">{words.parked}</h2>
    <p class="hint">{words[cards.length === 0 ? 'parked.none' : 'parked.text']}</p>
    {cards.length > 0 && (
      <ul class="lines">
        {cards.map(({ reference, digest, companyName, type }) => (
          <li key={digest}>
            <a class="what" href={`/desk/case/?${new URLSearchParams({ reference, digest }).toString()}`}>
              {companyName || reference}
            </a>
            <small>
              {typeName(type)} · <span class="ref">{reference}</span>
            </small>
          </li>
        ))}
      </ul>
    )}
    {more && (
      <>
        <p class="hint">{words['parked.more']}</p>
        <p class="command">
          <code>{REDRIVE}</code> <CopyButton text={REDRIVE} />
        </p>
      </>
    )}
  </section>
);
