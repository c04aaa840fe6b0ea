import { useState } from 'preact/hooks';
import { entriesSince } from '#domain/case/since.ts';
import type { Move, MoveName } from '#domain/case/moves/move.ts';
import { useFormDraft } from '../../api/drafts.ts';
import { errorAt } from '../../api/problem.ts';
import type { Problem } from '../../api/problem.ts';
import { announce } from '../../ui/announce.ts';
import { happenedSince } from '../model/timeline.ts';
import type { Happened } from '../model/timeline.ts';
import { say } from '../words.ts';
import { aboutOf, takes, useDesk } from './context.ts';

export type Errors = Readonly<Record<string, string>>;

export type MoveFormState = {
  readonly values: Readonly<Record<string, string>>;
  readonly set: (field: string, value: string) => void;
  readonly setAll: (values: Readonly<Record<string, string>>) => void;
  /** The words beside a field, ours or the door's. */
  readonly errorOf: (field: string) => string | undefined;
  readonly restored: boolean;
  readonly drop: () => void;
  /** What others did since this form was opened: the next sending counts on it. */
  readonly since: readonly Happened[];
  /** The door refused it for that: then the eye goes there. A page that only refreshed itself takes nobody's cursor away. */
  readonly collided: boolean;
  /** The case takes this move no more, or never without what the form asks. */
  readonly taken: boolean;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly submit: () => void;
};

export type MoveForm = {
  /** Its name for drafts. */
  readonly form: string;
  readonly move: MoveName;
  readonly initial?: Readonly<Record<string, string>>;
  /** The move that the values make, or what is wrong with them. */
  readonly read: (values: Readonly<Record<string, string>>) => Move | { readonly wrong: Errors };
};

/**
 * A form that makes a move: its draft, what is wrong with it, and the other broker. It is sent on the version that was in
 * sight when it was opened; when the case moved meanwhile, what changed is shown first, and the next sending counts on it.
 */
export function useMoveForm({ form, move, initial = {}, read }: MoveForm): MoveFormState {
  const { page, send, hide, seen } = useDesk();
  const draft = useFormDraft(aboutOf(page), form, initial);
  const [opened] = useState(page.version);
  const [wrong, setWrong] = useState<Errors>({});
  const [problem, setProblem] = useState<Problem>();
  const [collided, setCollided] = useState(false);
  const [busy, setBusy] = useState(false);
  const [dropped, setDropped] = useState(false);
  const late = page.version > opened;

  const submit = async () => {
    const made = read(draft.values);
    setWrong('wrong' in made ? made.wrong : {});
    if ('wrong' in made) {
      focusFirstWrong();
      return;
    }
    setBusy(true);
    const failed = await send(made, late ? page.version : opened);
    setBusy(false);
    setCollided(failed?.code === 'moved');
    setProblem(failed?.code === 'moved' ? undefined : failed);
    if (failed) return;
    draft.forget();
    if (late) seen();
    announce(say('form.sent'));
    hide('sent');
  };

  return {
    values: draft.values,
    set: (field, value) => {
      draft.set(field, value);
      setWrong(({ [field]: _, ...others }) => others);
    },
    setAll: draft.setAll,
    errorOf: (field) => wrong[field] ?? errorAt(problem, `move.${field}`),
    restored: draft.restored && !dropped,
    drop: () => {
      setDropped(true);
      draft.forget();
    },
    since: late ? happenedSince(entriesSince(page, opened)) : [],
    collided,
    taken: takes(page, move),
    problem,
    busy,
    submit: () => void submit(),
  };
}

/** After the page has drawn what is wrong. */
function focusFirstWrong(): void {
  requestAnimationFrame(() => {
    const first = document.querySelector('.move-form [aria-invalid="true"], .move-form fieldset:has(.error) input');
    if (first instanceof HTMLElement) first.focus();
  });
}
