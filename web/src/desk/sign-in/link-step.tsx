import { useState } from 'preact/hooks';
import type { LinkUsed } from '#domain/desk/session.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import { StepTitle } from './step-title.tsx';
import words from './text/en.json' with { type: 'json' };

type LinkStepProps = {
  readonly token: string;
  readonly onUsed: (used: LinkUsed) => void;
  readonly onNew: () => void;
};

/** Opening the mailed link does nothing: only this button spends it. */
export function LinkStep({ token, onUsed, onNew }: LinkStepProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const use = async () => {
    setBusy(true);
    const called = await call('sign-in/link', { body: { token } });
    setBusy(false);
    if ('ok' in called) onUsed(called.ok);
    else setProblem(called.problem);
  };
  /** Refused for good: pressing again would say the same. */
  const spent = problem?.code === 'refused' || problem?.code === 'input';
  return (
    <>
      <StepTitle>{words[spent ? 'link.spent' : 'link.title']}</StepTitle>
      {problem && <ProblemNotice problem={problem} />}
      {!spent && <p>{words['link.text']}</p>}
      {spent ? (
        <Button kind="main" onClick={onNew}>
          {words['link.new']}
        </Button>
      ) : (
        <Button kind="main" busy={busy} onClick={() => void use()}>
          {words['link.go']}
        </Button>
      )}
    </>
  );
}
