import { useEffect } from 'preact/hooks';
import { call } from '../api/call.ts';
import { onSignedInElsewhere } from '../api/tabs.ts';
import { Button } from '../ui/button.tsx';
import { useRefresh } from '../ui/refresh.ts';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };
import { StepTitle } from './step-title.tsx';

type AskedStepProps = { readonly email: string; readonly onInside: () => void; readonly onAgain: () => void };

/** Waits for the mailed link to be used, in whatever tab it opens, and then goes on by itself. */
export function AskedStep({ email, onInside, onAgain }: AskedStepProps) {
  const look = () =>
    void call('me').then((called) => {
      if ('ok' in called && called.ok.stage === 'full') onInside();
    });
  useRefresh(look);
  useEffect(() => onSignedInElsewhere(look), []);
  return (
    <>
      <StepTitle>{words['asked.title']}</StepTitle>
      <p>{fill(words['asked.text'], { email })}</p>
      <p>{words['asked.stay']}</p>
      <p>
        <small>{words['asked.spam']}</small>
      </p>
      <Button kind="quiet" onClick={onAgain}>
        {words['asked.again']}
      </Button>
    </>
  );
}
