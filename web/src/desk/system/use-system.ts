import { useEffect, useState } from 'preact/hooks';
import type { System } from '#domain/desk/system.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { setNow } from '../ui/clock.ts';
import { useRefresh } from '../ui/refresh.ts';

const EVERY = 15_000;

export type Known = {
  readonly system: System | undefined;
  /** Why the last call did not say how things stand: what is shown is older. */
  readonly problem: Problem | undefined;
  readonly ask: () => void;
  readonly setMailboxes: (mailboxes: System['mailboxes']) => void;
};

/** How the desk is, asked again and again while the page is in sight. What is known stays in sight when a call fails. */
export function useSystem(): Known {
  const [system, setSystem] = useState<System>();
  const [problem, setProblem] = useState<Problem>();
  const ask = () =>
    void call('system').then((answer) => {
      if ('problem' in answer) return setProblem(answer.problem);
      setNow(answer.ok.at);
      setSystem(answer.ok);
      setProblem(undefined);
    });
  useEffect(ask, []);
  useRefresh(ask, EVERY);
  const setMailboxes = (mailboxes: System['mailboxes']) => setSystem((now) => now && { ...now, mailboxes });
  return { system, problem, ask, setMailboxes };
}
