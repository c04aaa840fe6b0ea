import { useState } from 'preact/hooks';
import type { HandedCode } from '#domain/desk/members.ts';
import type { Member } from '#domain/broker/broker.ts';
import { call } from '../api/call.ts';
import { errorAt } from '../api/problem.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

type CodeDialogProps = {
  readonly member: Member;
  /** `reset` removes what the member has, and wants a reason. */
  readonly how: 'code' | 'reset';
  readonly onClose: () => void;
};

/** A code to hand over, made after it was said what that does. Once made, it is shown until the dialog closes, and never again. */
export function CodeDialog({ member, how, onClose }: CodeDialogProps) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [code, setCode] = useState<HandedCode>();
  const named = { name: member.name };
  const go = async () => {
    setBusy(true);
    setProblem(undefined);
    const parts = [member.email];
    const called =
      how === 'code' ? await call('member-code', { parts }) : await call('member-reset', { parts, body: { reason } });
    setBusy(false);
    if ('problem' in called) setProblem(called.problem);
    else setCode(called.ok);
  };
  return (
    <Dialog title={fill(words[`${how}.title`], named)} onClose={onClose}>
      {problem && <ProblemNotice problem={problem} />}
      {code ? (
        <Code code={code} name={member.name} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void go();
          }}
        >
          <p>{fill(words[how === 'code' ? 'code.ask' : 'reset.text'], named)}</p>
          {how === 'reset' && (
            <TextArea
              label={words['reset.reason']}
              hint={words['reset.reason.hint']}
              error={errorAt(problem, 'reason')}
              max={500}
              rows={2}
              value={reason}
              onType={setReason}
            />
          )}
          <div class="btns">
            <Button kind={how === 'reset' ? 'danger' : 'main'} submit busy={busy}>
              {words[`${how}.go`]}
            </Button>
            <Button kind="quiet" onClick={onClose}>
              {words.cancel}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const Code = ({ code: { code, expiresAt }, name }: { readonly code: HandedCode; readonly name: string }) => (
  <div role="status">
    <p>{fill(words['code.here'], { name })}</p>
    <p class="code">
      <output class="mono">{code}</output> <CopyButton text={code} />
    </p>
    <p>
      {words['code.until']} <Time at={expiresAt} short />. {fill(words['code.next'], { name })}
    </p>
  </div>
);
