import { useEffect, useState } from 'preact/hooks';
import type { CasePage } from '#domain/desk/case-page.ts';
import type { Move, MoveName } from '#domain/case/moves/move.ts';
import type { Problem } from '../api/problem.ts';
import { announce } from '../ui/announce.ts';
import { ProblemNotice } from '../ui/notice.tsx';
import { suggestedByKr } from './model/suggested.ts';
import type { Suggested } from './model/suggested.ts';
import { Answering } from './parts/answering.tsx';
import { Filing } from './parts/filing.tsx';
import { Asked, Questions } from './parts/asked.tsx';
import { CaseKeys } from './parts/keys.tsx';
import { Changed, NobodyTold, Twins } from './parts/notices.tsx';
import { Checks } from './parts/checks.tsx';
import { Composer } from './parts/composer.tsx';
import { Ended } from './parts/ended.tsx';
import { Erasure } from './parts/erasure.tsx';
import { Flags } from './parts/flags.tsx';
import { Frozen } from './parts/frozen.tsx';
import { Head } from './parts/head.tsx';
import { History } from './parts/history.tsx';
import { Letters } from './parts/letters.tsx';
import { Next } from './parts/next.tsx';
import { Unreached } from './parts/unreached.tsx';
import { isOver } from './model/next-step.ts';
import { CaseProvider, isOfChecks } from './state/context.ts';
import type { CaseDesk, FormName } from './state/context.ts';
import type { Desk } from './state/use-case.ts';
import { say, sayIfKnown } from './words.ts';

/** A form that stands in the steps of the work. It stays when somebody else ends the case, or what was typed were out of sight. */
const isWritten = (open: FormName | undefined): boolean => open === 'answer' || isOfChecks(open);

/** Not away from a form that was opened while the move was under way. */
const focusNext = () =>
  requestAnimationFrame(() => {
    if (!document.activeElement?.closest('.move-form')) document.getElementById('next')?.focus();
  });

/** A case as it is worked on: what was asked beside what to do. */
export function CaseView({ desk, page }: { readonly desk: Desk; readonly page: CasePage }) {
  const [open, setOpen] = useState<FormName>();
  const [acting, setActing] = useState<MoveName>();
  const [problem, setProblem] = useState<Problem>();
  const [chosen, setChosen] = useState<Suggested>();
  const [fresh, setFresh] = useState<Suggested>();
  useEffect(() => {
    document.title = `${page.reference} ${page.companyName}`;
  }, [page.reference, page.companyName]);

  const act = async (move: Move) => {
    if (acting) return;
    setActing(move.move);
    const failed = await desk.send(move, page.version);
    setActing(undefined);
    setProblem(failed);
    if (failed) return;
    announce(sayIfKnown(`did.${move.move}`) ?? say('form.sent'));
    focusNext();
  };
  const suggested = chosen ?? (page.onFile && suggestedByKr(page, page.onFile));
  const value: CaseDesk = {
    page,
    send: desk.send,
    act: (move) => void act(move),
    acting,
    open,
    show: (form) => {
      setProblem(undefined);
      setOpen(form);
    },
    hide: (how) => {
      setOpen(undefined);
      if (how === 'sent') focusNext();
    },
    seen: desk.seen,
    toNext: focusNext,
    suggested,
    fresh,
    suggest: (one) => {
      setChosen(one);
      setFresh(one);
      setOpen('answer');
    },
    used: () => setFresh(undefined),
  };
  return (
    <CaseProvider value={value}>
      <CaseKeys />
      <Frozen />
      <Head />
      <Flags />
      <Erasure />
      <Twins />
      <Unreached />
      <NobodyTold />
      <Changed changed={desk.changed} onSeen={desk.seen} />
      {problem && <ProblemNotice problem={problem} />}
      <div class="columns">
        <section class="card work" aria-labelledby="work-title">
          <h2 id="work-title">{say('work.title')}</h2>
          <Next />
          <Composer />
          <Ended />
          {(!isOver(page) || isWritten(open)) && (
            <>
              <Checks />
              <Filing />
              <Answering />
            </>
          )}
        </section>
        <div class="told-column">
          <Asked />
          <Questions />
          <Letters />
        </div>
        <History />
      </div>
    </CaseProvider>
  );
}
