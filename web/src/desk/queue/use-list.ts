import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '#domain/desk/card.ts';
import { call } from '../api/call.ts';
import type { Called } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { now, setNow } from '../ui/clock.ts';
import { saidOf } from './filter.ts';
import type { Filter } from './filter.ts';
import { once, renewed } from './merge.ts';

/** What a list shows. `problem` beside cards: they are as they were, and could not be renewed. */
export type List = {
  readonly cards: readonly Card[];
  readonly pages: number;
  readonly cursor?: string | undefined;
  readonly examined: number;
  readonly lookedAt?: string | undefined;
  /** How a search was understood. */
  readonly by?: string | undefined;
  readonly readAt: number;
  readonly problem?: Problem | undefined;
};

type Page = Omit<List, 'pages' | 'readAt' | 'problem'>;

/** Pages that are read again at each renewal; a longer list keeps its tail as it was. */
const MOST_RENEWED = 4;

async function readPage(filter: Filter, cursor: string | undefined): Promise<Called<Page>> {
  const query = { ...saidOf(filter), cursor };
  if (filter.q !== '') {
    const found = await call('search', { query });
    return 'problem' in found ? found : { ok: { ...found.ok, cards: found.ok.cases, examined: 0 } };
  }
  const page = await call('cases', { query });
  if ('problem' in page) return page;
  setNow(page.ok.now);
  return { ok: { ...page.ok, cards: page.ok.cases } };
}

async function readPages(filter: Filter, most: number): Promise<Called<List>> {
  const first = await readPage(filter, undefined);
  if ('problem' in first) return first;
  let list: List = { ...first.ok, pages: 1, readAt: now() };
  while (list.cursor !== undefined && list.pages < most) {
    const next = await readPage(filter, list.cursor);
    if ('problem' in next) return next;
    list = followedBy(list, next.ok);
  }
  return { ok: list };
}

const followedBy = (list: List, next: Page): List => ({
  ...list,
  cards: once([...list.cards, ...next.cards]),
  cursor: next.cursor,
  examined: list.examined + next.examined,
  pages: list.pages + 1,
});

function renewal(before: List, fresh: List): List {
  const readAll = before.pages <= fresh.pages || fresh.cursor === undefined;
  const cards = renewed(before.cards, fresh.cards, readAll);
  return readAll ? { ...fresh, cards } : { ...fresh, cards, cursor: before.cursor, pages: before.pages };
}

/** A list that keeps itself: `renew` reads again what is shown, `more` the next page, `change` what a member just did. */
export function useList(filter: Filter, onArrival: (before: readonly Card[], after: readonly Card[]) => void) {
  const [list, setList] = useState<List>();
  const [failed, setFailed] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  /** Answers of an earlier filter, or from before a member's own change, come to nothing. */
  const turn = useRef(0);

  const renew = async (anew = false) => {
    const mine = (turn.current += 1);
    const before = anew ? undefined : list;
    const answer = await readPages(filter, Math.min(before?.pages ?? 1, MOST_RENEWED));
    if (mine !== turn.current) return;
    if ('problem' in answer) {
      if (before) setList({ ...before, problem: answer.problem });
      else setFailed(answer.problem);
      return;
    }
    if (before) onArrival(before.cards, answer.ok.cards);
    setFailed(undefined);
    setList(before ? renewal(before, answer.ok) : answer.ok);
  };

  const more = async () => {
    if (!list?.cursor || busy) return;
    const mine = (turn.current += 1);
    setBusy(true);
    const answer = await readPage(filter, list.cursor);
    setBusy(false);
    if (mine !== turn.current) return;
    setList('problem' in answer ? { ...list, problem: answer.problem } : followedBy(list, answer.ok));
  };

  const asked = JSON.stringify(saidOf(filter));
  useEffect(() => {
    setList(undefined);
    setFailed(undefined);
    void renew(true);
  }, [asked]);

  return { list, failed, busy, renew, more, looked: (lookedAt: string) => list && setList({ ...list, lookedAt }) };
}
