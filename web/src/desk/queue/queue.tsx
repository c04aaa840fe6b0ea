import { useRef, useState } from 'preact/hooks';
import type { Card } from '#domain/desk/card.ts';
import { call } from '../api/call.ts';
import { useMe } from '../shell/me.tsx';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { useKeys } from '../ui/keys.ts';
import { useRefresh } from '../ui/refresh.ts';
import { counted } from '../words/fill.ts';
import { takeAll } from './bulk.ts';
import type { Taken } from './bulk.ts';
import { BulkBar } from './bulk-bar.tsx';
import { everything } from './filter.ts';
import { Filters } from './filters.tsx';
import { Help } from './help.tsx';
import { KiDialog } from './ki-dialog.tsx';
import { arrived, isNews } from './news.ts';
import { NewsBar } from './news-bar.tsx';
import { Results } from './results.tsx';
import { SearchBox } from './search-box.tsx';
import { TakenNotice } from './taken-notice.tsx';
import { useFilter } from './use-filter.ts';
import { useList } from './use-list.ts';
import { useSelection } from './use-selection.ts';
import { walk, whereAmI } from './walk.ts';
import words from './text/en.json' with { type: 'json' };

const tell = (before: readonly Card[], after: readonly Card[]): void => {
  const n = arrived(before, after);
  if (n > 0) announce(counted(n, words['news.arrived.one'], words['news.arrived.several']));
};

/** The list of cases with all that is done from it. */
export function Queue() {
  const me = useMe();
  const [filter, setFilter] = useFilter();
  const { list, failed, busy, renew, more, looked } = useList(filter, tell);
  const selection = useSelection();
  const [taking, setTaking] = useState(false);
  const [taken, setTaken] = useState<Taken>();
  const [open, setOpen] = useState<'ki' | 'keys'>();
  const box = useRef<HTMLInputElement>(null);
  useRefresh(() => void renew());

  const cards = list?.cards ?? [];
  const chosen = selection.among(cards);
  const here = () => cards.find(({ digest }) => digest === whereAmI());

  const take = async (which: readonly Card[]) => {
    if (taking || which.length === 0) return;
    setTaking(true);
    const result = await takeAll(which);
    setTaking(false);
    setTaken(result);
    if (result.not.length === 0 && !result.problem)
      setTimeout(() => setTaken((shown) => (shown === result ? undefined : shown)), 8000);
    selection.setAll(which, false);
    await renew();
  };
  const markLooked = async () => {
    const called = await call('looked');
    if ('ok' in called) looked(called.ok.lookedAt);
  };
  const onHere = (act: (card: Card) => void) => () => {
    const card = here();
    if (card) act(card);
  };

  useKeys({
    j: () => walk(1),
    k: () => walk(-1),
    e: () => void take(chosen.length > 0 ? chosen : [here()].filter((card) => card !== undefined)),
    x: onHere(selection.toggle),
    l: () => void markLooked(),
    '/': () => box.current?.focus(),
    '?': () => setOpen('keys'),
  });

  return (
    <>
      <div class="tools">
        <SearchBox q={filter.q} boxRef={box} onSearch={(q) => setFilter({ ...everything, q })} />
        <span class="keys-open">
          <Button small kind="quiet" keyHint="?" onClick={() => setOpen('keys')}>
            {words.keys}
          </Button>
        </span>
        {filter.q === '' && (
          <Filters filter={filter} onFilter={setFilter}>
            {list && filter.of === 'open' && (
              <NewsBar
                count={cards.filter((card) => isNews(card, list.lookedAt, me.member.email)).length}
                lookedAt={list.lookedAt}
                onLooked={() => void markLooked()}
              />
            )}
          </Filters>
        )}
      </div>
      {taken && <TakenNotice taken={taken} />}
      <Results
        {...{ filter, list, failed, busy, selection }}
        onFilter={setFilter}
        onRetry={() => void renew(true)}
        onMore={() => void more()}
        onTake={(card) => void take([card])}
      />
      {chosen.length > 0 && (
        <BulkBar
          count={chosen.length}
          busy={taking}
          onTake={() => void take(chosen)}
          onKi={() => setOpen('ki')}
          onClear={selection.clear}
        />
      )}
      {open === 'ki' && <KiDialog cards={chosen} onClose={() => setOpen(undefined)} />}
      {open === 'keys' && <Help onClose={() => setOpen(undefined)} />}
    </>
  );
}
