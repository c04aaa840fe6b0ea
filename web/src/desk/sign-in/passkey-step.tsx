import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import { fill } from '../words/fill.ts';
import { Lost } from './ask-step.tsx';
import { sign } from './passkey.ts';
import { StepTitle } from './step-title.tsx';
import words from './text/en.json' with { type: 'json' };

type PasskeyStepProps = {
  readonly name: string;
  readonly onInside: () => void;
  readonly onEnrol: () => void;
  readonly onOver: () => void;
};

/** The second factor. */
export function PasskeyStep({ name, onInside, onEnrol, onOver }: PasskeyStepProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const use = async () => {
    setBusy(true);
    setProblem(undefined);
    const failed = await usePasskey();
    setBusy(false);
    if (!failed) onInside();
    else if (failed.code === 'sign-in') onOver();
    else if (failed.refusal === 'passkey-none') onEnrol();
    else setProblem(failed);
  };
  return (
    <>
      <StepTitle>{words['passkey.title']}</StepTitle>
      <p>
        {fill(words['passkey.hello'], { name })} {words['passkey.text']}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="btns">
        <Button kind="main" busy={busy} onClick={() => void use()}>
          {words['passkey.go']}
        </Button>
        <Button kind="quiet" onClick={onEnrol}>
          {words['passkey.code']}
        </Button>
      </div>
      <p>
        <small>{words['passkey.other']}</small>
      </p>
      <Lost />
    </>
  );
}

/** Nothing when it went well. */
async function usePasskey(): Promise<Problem | undefined> {
  const task = await call('sign-in/passkey/options');
  if ('problem' in task) return task.problem;
  const signed = await sign(task.ok.options);
  if ('problem' in signed) return signed.problem;
  const called = await call('sign-in/passkey', { body: { response: signed.response } });
  return 'problem' in called ? called.problem : undefined;
}
