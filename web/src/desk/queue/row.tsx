import type { Card } from '#domain/desk/card.ts';
import { nameOf, useMe } from '../shell/me.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { fullWords, relativeWords } from '../ui/clock.ts';
import { outcomeName, stateName } from '../words/case-words.ts';
import { typeName } from '../words/types.ts';
import { fill } from '../words/fill.ts';
import { Due } from './due.tsx';
import words from './text/en.json' with { type: 'json' };

export type RowProps = {
  readonly card: Card;
  readonly news: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onTake: () => void;
};

const addressOf = ({ reference }: Card): string => `/desk/case/?reference=${reference}`;

/** Recorded without clearance, an outcome has told nobody yet: the case is still open. */
const outcomeWords = ({ outcome = '', closedAt }: Card): string =>
  closedAt === undefined ? fill(words['outcome.held'], { outcome: outcomeName(outcome) }) : outcomeName(outcome);

/** One case of the list. Its link is what j and k move to (`data-row`). */
export function Row({ card, news, selected, onSelect, onTake }: RowProps) {
  const me = useMe();
  const named = { company: card.companyName, reference: card.reference };
  const mine = card.assignee === me.member.email;
  const state = stateName(card.state);
  // A declined case has no other outcome: once is enough.
  const outcome = card.outcome === undefined ? state : outcomeWords(card);
  return (
    <li class={selected ? 'row selected' : 'row'} data-digest={card.digest}>
      <label class="row-pick">
        <input type="checkbox" checked={selected} onChange={onSelect} aria-label={fill(words.select, named)} />
      </label>
      <div class="row-due">
        <Due card={card} />
      </div>
      <div class="row-what">
        <a href={addressOf(card)} data-row={card.digest}>
          {card.companyName}
        </a>
        {news && (
          <span class="dot">
            <span class="hidden">{words['news.dot']}</span>
          </span>
        )}
        <small>
          {typeName(card.type)} · {card.importer}
          {card.more !== undefined && ` +${String(card.more)}`} · <span class="ref">{card.reference}</span>
        </small>
      </div>
      <div class="row-state">
        <span>{state}</span>
        {outcome !== state && <small>{outcome}</small>}
        <Marks card={card} />
      </div>
      <div class="row-who">
        <span class="hidden">{words.with} </span>
        {card.assignee === undefined ? (
          <small>{words['with.nobody']}</small>
        ) : (
          <span>{mine ? words['with.you'] : nameOf(me, card.assignee)}</span>
        )}
        <LastMove card={card} />
      </div>
      <div class="row-do">
        {card.closedAt === undefined && !mine && (
          <Button small label={fill(words['take.label'], named)} onClick={onTake}>
            {words.take}
          </Button>
        )}
      </div>
    </li>
  );
}

const Marks = ({ card }: { readonly card: Card }) => (
  <>
    {card.frozen && (
      <Badge tone="bad" icon="alert">
        {words['badge.frozen']}
      </Badge>
    )}
    {card.flagged && (
      <Badge tone="bad" icon="flag">
        {words[card.risky ? 'badge.risky' : 'badge.flagged']}
      </Badge>
    )}
    {card.unreached && (
      <Badge tone="bad" icon="mail">
        {words['badge.unreached']}
      </Badge>
    )}
    {card.parked && (
      <Badge tone="warn" icon="mail">
        {words['badge.parked']}
      </Badge>
    )}
    {card.held && (
      <Badge tone="warn" icon="mail">
        {words['badge.held']}
      </Badge>
    )}
    {card.cleared && (
      <Badge tone="good" icon="check">
        {words['badge.cleared']}
      </Badge>
    )}
    {!card.confirmed && (
      <Badge tone="plain" icon="mail">
        {words['badge.unconfirmed']}
      </Badge>
    )}
  </>
);

const outside = (who: string): string | undefined =>
  who === 'importer' || who === 'earlier-contact' ? words[`by.${who}`] : undefined;

function LastMove({ card }: { readonly card: Card }) {
  const me = useMe();
  if (card.movedAt === undefined || card.movedBy === undefined) return null;
  const at = Date.parse(card.movedAt);
  const who = outside(card.movedBy) ?? nameOf(me, card.movedBy);
  return (
    <small class="moved">
      <span class="hidden">{words.moved}: </span>
      {who},{' '}
      <time dateTime={card.movedAt} title={fullWords(at)}>
        {relativeWords(at)}
      </time>
    </small>
  );
}
