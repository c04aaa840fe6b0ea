import { useEffect, useRef, useState } from 'preact/hooks';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { Move } from '#domain/case/moves/move.ts';
import { call } from '../../api/call.ts';
import type { Called } from '../../api/call.ts';
import type { Problem } from '../../api/problem.ts';
import { announce } from '../../ui/announce.ts';
import { useRefresh } from '../../ui/refresh.ts';
import { happenedSince } from '../model/timeline.ts';
import type { Happened } from '../model/timeline.ts';
import { say } from '../words.ts';

/** Which case a page is about: by reference, and by digest where two share it. */
export type Address = { readonly reference: string; readonly digest?: string };

export type Desk = {
  readonly page: CasePage | undefined;
  /** Why there is no page. */
  readonly problem: Problem | undefined;
  /** What others did since the reader last said that they saw it. */
  readonly changed: readonly Happened[];
  readonly seen: () => void;
  readonly load: () => void;
  /** Makes a move on the version that was read. Undefined when it went well. */
  readonly send: (move: Move, version: number) => Promise<Problem | undefined>;
};

const fetchCase = ({ reference, digest }: Address): Promise<Called<CasePage>> =>
  digest === undefined ? call('case', { parts: [reference] }) : call('case-twin', { parts: [reference, digest] });

/** An answer that was long on its way must not take the page back. */
const isOlder = (next: CasePage, now: CasePage): boolean =>
  next.version < now.version || next.timeline.length < now.timeline.length;

/** A case that looks again by itself, every 20 seconds and on focus, without touching what is typed. */
export function useCase(address: Address, me: string): Desk {
  const [page, setPage] = useState<CasePage>();
  const [problem, setProblem] = useState<Problem>();
  const [changed, setChanged] = useState<readonly Happened[]>([]);
  const shown = useRef<CasePage | undefined>(undefined);

  const put = (next: CasePage): void => {
    const now = shown.current;
    if (now && isOlder(next, now)) return;
    const others = now ? next.timeline.slice(now.timeline.length).filter(({ who }) => who !== me) : [];
    shown.current = next;
    setPage(next);
    setProblem(undefined);
    if (others.length === 0) return;
    const happened = happenedSince(others);
    setChanged((before) => [...before, ...happened]);
    announce(say('changed.said', { what: happened.map(({ who, what }) => `${who}: ${what}`).join('. ') }));
  };

  const load = () =>
    void fetchCase(address).then((answer) => {
      if ('ok' in answer) put(answer.ok);
      // A page that is there stays, whatever happens to the line.
      else if (!shown.current) setProblem(answer.problem);
    });
  useEffect(load, []);
  useRefresh(load);

  const send = async (move: Move, version: number): Promise<Problem | undefined> => {
    const { reference, digest } = shown.current ?? { reference: address.reference, digest: '' };
    const answer = await call('move', { parts: [reference, digest], body: { version, move } });
    if ('ok' in answer) put(answer.ok);
    else if (answer.problem.moved) put(answer.problem.moved.case);
    return 'problem' in answer ? answer.problem : undefined;
  };

  return { page, problem, changed, seen: () => setChanged([]), load, send };
}
