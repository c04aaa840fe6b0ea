import { useState } from 'preact/hooks';
import type { ShownPasskey } from '#domain/desk/session.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

type RemoveDialogProps = {
  readonly passkey: ShownPasskey;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
};

export function RemoveDialog({ passkey, onClose, onRemoved }: RemoveDialogProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const remove = async () => {
    setBusy(true);
    const called = await call('passkey-remove', { parts: [passkey.id] });
    setBusy(false);
    if ('problem' in called) setProblem(called.problem);
    else onRemoved();
  };
  return (
    <Dialog title={words['own.remove.title']} onClose={onClose}>
      <p>{fill(words['own.remove.text'], { name: passkey.name })}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="btns">
        <Button kind="danger" busy={busy} onClick={() => void remove()}>
          {words['own.remove.go']}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
