import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { useDesk } from '../state/context.ts';
import type { MoveFormState } from '../state/use-move-form.ts';
import { say } from '../words.ts';
import { HappenedList } from './happened-list.tsx';

type Props = {
  readonly title: string;
  readonly form: MoveFormState;
  /** On the button that sends it. */
  readonly send: string;
  readonly danger?: boolean;
  /** Cannot be sent by this member, for a reason that the form itself says. */
  readonly locked?: boolean;
  readonly children?: ComponentChildren;
};

/** The frame of every form that makes a move. What was typed stays, whatever comes between. */
export function MoveForm({ title, form, send, danger, locked = false, children }: Props) {
  const { hide } = useDesk();
  const box = useRef<HTMLFormElement>(null);
  const id = useId();
  // Before the browser can hand over the next key: one that is typed ahead belongs to the form, not to the page's keys.
  useLayoutEffect(() => {
    const first = box.current?.querySelector('input:not([type="hidden"]), select, textarea, button');
    if (first instanceof HTMLElement) first.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <form
      ref={box}
      class="move-form"
      aria-labelledby={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy && form.taken && !locked) form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      <h3 id={id}>{title}</h3>
      {form.restored && (
        <p class="restored" role="status">
          {say('restored')}{' '}
          <Button kind="quiet" small onClick={form.drop}>
            {say('restored.drop')}
          </Button>
        </p>
      )}
      {children}
      <Meanwhile form={form} />
      {form.problem && <ProblemNotice problem={form.problem} />}
      <div class="btns">
        <Button kind={danger ? 'danger' : 'main'} submit busy={form.busy} disabled={!form.taken || locked}>
          {form.since.length > 0 ? say('late.send') : send}
        </Button>
        <Button kind="quiet" onClick={() => hide()}>
          {say('form.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Another member was quicker: who changed what, beside what is typed. */
function Meanwhile({ form: { since, taken, collided } }: { readonly form: MoveFormState }) {
  if (since.length === 0 && taken) return null;
  return (
    <Notice tone="warn" title={say('late.title')} focus={collided}>
      <HappenedList happened={since} />
      <p>{taken ? say('late.text') : say('late.refused')}</p>
    </Notice>
  );
}
