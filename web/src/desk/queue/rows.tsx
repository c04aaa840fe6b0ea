import type { Card } from '#domain/desk/card.ts';
import { useMe } from '../shell/me.tsx';
import { now } from '../ui/clock.ts';
import { fill } from '../words/fill.ts';
import { grouped } from './groups.ts';
import type { GroupName } from './groups.ts';
import { isNews } from './news.ts';
import { Row } from './row.tsx';
import type { Selection } from './use-selection.ts';
import words from './text/en.json' with { type: 'json' };

type RowsProps = {
  readonly cards: readonly Card[];
  readonly lookedAt: string | undefined;
  readonly selection: Selection;
  readonly onTake: (card: Card) => void;
};

/** The list in its parts: what is late, what is due today, and so on; the unconfirmed behind a line of their own. */
export const Rows = ({ cards, ...more }: RowsProps) => (
  <>
    {grouped(cards, now()).map((group) => (
      <Part key={group.name} name={group.name} cards={group.cards} {...more} />
    ))}
  </>
);

function Part({ name, cards, lookedAt, selection, onTake }: RowsProps & { readonly name: GroupName }) {
  const me = useMe();
  const title = words[`group.${name}`];
  const all = cards.every(({ digest }) => selection.has(digest));
  return (
    <section class={`part part-${name}`} aria-labelledby={`part-${name}`}>
      <div class="part-head">
        <label class="row-pick">
          <input
            type="checkbox"
            checked={all}
            onChange={() => selection.setAll(cards, !all)}
            aria-label={fill(words['select.group'], { group: title })}
          />
        </label>
        <h2 id={`part-${name}`}>
          {title} <small>{cards.length}</small>
        </h2>
      </div>
      <ol class="rows">
        {cards.map((card) => (
          <Row
            key={card.digest}
            card={card}
            news={isNews(card, lookedAt, me.member.email)}
            selected={selection.has(card.digest)}
            onSelect={() => selection.toggle(card)}
            onTake={() => onTake(card)}
          />
        ))}
      </ol>
    </section>
  );
}
