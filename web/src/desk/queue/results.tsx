import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '#domain/desk/card.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { atWords } from '../ui/clock.ts';
import { Notice } from '../ui/notice.tsx';
import { EmptyState, ErrorState, Skeleton } from '../ui/states.tsx';
import { counted, fill } from '../words/fill.ts';
import { everything, isEverything } from './filter.ts';
import type { Filter } from './filter.ts';
import { Rows } from './rows.tsx';
import type { List } from './use-list.ts';
import type { Selection } from './use-selection.ts';
import { rememberPlace } from './walk.ts';
import words from './text/en.json' with { type: 'json' };

type ResultsProps = {
  readonly filter: Filter;
  readonly list: List | undefined;
  readonly failed: Problem | undefined;
  readonly busy: boolean;
  readonly selection: Selection;
  readonly onFilter: (filter: Filter) => void;
  readonly onRetry: () => void;
  readonly onMore: () => void;
  readonly onTake: (card: Card) => void;
};

/** The list in each of its states: coming, failed, empty, here, here but old. */
export function Results({ list, failed, filter, ...more }: ResultsProps) {
  const putBack = useRef<(() => void) | undefined>(undefined);
  putBack.current = rememberPlace();
  useLayoutEffect(() => putBack.current?.());
  if (failed) return <ErrorState problem={failed} onRetry={more.onRetry} />;
  if (!list) return <Skeleton lines={8} />;
  return (
    <>
      {list.problem && (
        <Notice tone="warn" title={list.problem.title}>
          {fill(words.stale, { time: atWords(list.readAt) })}
        </Notice>
      )}
      {filter.q !== '' && <Understood list={list} filter={filter} onFilter={more.onFilter} />}
      {list.cards.length > 0 && (
        <Rows cards={list.cards} lookedAt={list.lookedAt} selection={more.selection} onTake={more.onTake} />
      )}
      {list.cards.length === 0 && list.cursor === undefined && <Nothing filter={filter} onFilter={more.onFilter} />}
      <Foot list={list} busy={more.busy} onMore={more.onMore} />
    </>
  );
}

const understood: Readonly<Record<string, string>> = words;

const Understood = ({
  list,
  filter,
  onFilter,
}: Pick<ResultsProps, 'filter' | 'onFilter'> & { readonly list: List }) => (
  <p class="understood" role="status">
    {list.cards.length > 0 && `${understood[`search.found.${list.by ?? ''}`] ?? ''}: `}
    <b>{filter.q}</b>
    <Button small kind="quiet" onClick={() => onFilter(everything)}>
      {words['search.clear']}
    </Button>
  </p>
);

const Nothing = ({ filter, onFilter }: Pick<ResultsProps, 'filter' | 'onFilter'>) => (
  <EmptyState title={filter.q === '' ? words['empty.title'] : words['empty.search.title']}>
    <p>
      {filter.q !== '' ? words['empty.search'] : isEverything(filter) ? words['empty.text'] : words['empty.filter']}
    </p>
    {!isEverything(filter) && <Button onClick={() => onFilter(everything)}>{words.clear}</Button>}
  </EmptyState>
);

/** A filter without an index looks at so many cases at a time: it says how many, and goes on when asked. */
function Foot({ list, busy, onMore }: { readonly list: List; readonly busy: boolean; readonly onMore: () => void }) {
  const found = list.cards.length;
  const sought = list.examined > found;
  if (found === 0 && list.cursor === undefined) return null;
  const says = sought
    ? fill(words['more.looked'], { examined: list.examined, found })
    : counted(found, words['loaded.one'], words['loaded.several']);
  return (
    <p class="list-foot">
      <span role="status">{says}</span>
      {list.cursor === undefined ? (
        <small>{words.all}</small>
      ) : (
        <Button busy={busy} onClick={onMore}>
          {sought ? words['more.further'] : words.more}
        </Button>
      )}
    </p>
  );
}
