import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import { make } from './passkey.ts';
import { StepTitle } from './step-title.tsx';
import words from './text/en.json' with { type: 'json' };

type EnrolStepProps = { readonly onInside: () => void; readonly onPasskey: () => void; readonly onOver: () => void };

/** The first passkey, or a new one after a lost one: with the code that a licensed member hands over. */
export function EnrolStep({ onInside, onPasskey, onOver }: EnrolStepProps) {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const enrol = async () => {
    setBusy(true);
    setProblem(undefined);
    const failed = await makePasskey(code.trim(), name.trim());
    setBusy(false);
    if (!failed) onInside();
    else if (failed.code === 'sign-in') onOver();
    else setProblem(failed);
  };
  const codeIsWrong = problem?.refusal?.startsWith('code-') ? problem.detail : undefined;
  return (
    <>
      <StepTitle>{words['enrol.title']}</StepTitle>
      <p>{words['enrol.text']}</p>
      {problem && !codeIsWrong && <ProblemNotice problem={problem} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enrol();
        }}
      >
        <TextField
          label={words['enrol.code']}
          hint={words['enrol.code.hint']}
          error={codeIsWrong}
          name="code"
          autocomplete="one-time-code"
          max={100}
          mono
          value={code}
          onType={setCode}
        />
        <TextField
          label={words['enrol.name']}
          hint={words['enrol.name.hint']}
          optional
          name="device"
          max={60}
          value={name}
          onType={setName}
        />
        <div class="btns">
          <Button kind="main" submit busy={busy}>
            {words['enrol.go']}
          </Button>
          <Button kind="quiet" onClick={onPasskey}>
            {words['enrol.back']}
          </Button>
        </div>
      </form>
    </>
  );
}

async function makePasskey(code: string, name: string): Promise<Problem | undefined> {
  const task = await call('sign-in/enrol/options', { body: { code } });
  if ('problem' in task) return task.problem;
  const made = await make(task.ok.options);
  if ('problem' in made) return made.problem;
  const body = { code, response: made.response, ...(name !== '' && { name }) };
  const called = await call('sign-in/enrol', { body });
  return 'problem' in called ? called.problem : undefined;
}
