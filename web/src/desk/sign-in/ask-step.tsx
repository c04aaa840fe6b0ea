import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { waitHere } from '../api/tabs.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import words from './text/en.json' with { type: 'json' };

type AskStepProps = { readonly back: boolean; readonly onAsked: (email: string) => void };

/** The first factor: a link to a member's mailbox. What it answers is the same for everybody. */
export function AskStep({ back, onAsked }: AskStepProps) {
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const ask = async () => {
    setBusy(true);
    const called = await call('sign-in/ask', { body: { email } });
    setBusy(false);
    if ('problem' in called) {
      setProblem(called.problem);
      return;
    }
    if (back) waitHere();
    onAsked(email.trim());
  };
  return (
    <>
      <h1>{words.title}</h1>
      <p>{back ? words['ask.over'] : words['ask.intro']}</p>
      {problem && <ProblemNotice problem={problem} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField
          label={words['ask.email']}
          type="email"
          name="email"
          autocomplete="email"
          max={254}
          value={email}
          onType={setEmail}
          autofocus
        />
        <Button kind="main" submit busy={busy}>
          {words['ask.go']}
        </Button>
      </form>
      <Lost />
    </>
  );
}

export const Lost = () => (
  <details class="aside">
    <summary>{words['ask.lost']}</summary>
    <p>{words['ask.lost.text']}</p>
    <p>{words['ask.lost.alone']}</p>
  </details>
);
