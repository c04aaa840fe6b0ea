import { Button } from '../../ui/button.tsx';
import { useMe } from '../../shell/me.tsx';
import { takes, useDesk } from '../state/context.ts';
import type { FormName } from '../state/context.ts';
import { say } from '../words.ts';

/** Moves that are always at hand; the rarer ones behind one more press. */
export function MoveBar() {
  const { page, act, acting, open } = useDesk();
  const { member } = useMe();
  const mine = page.assignee === member.email;
  return (
    <div class="move-bar" role="group" aria-label={say('moves.title')}>
      {!mine && takes(page, 'take') && (
        <Button
          kind={page.assignee === undefined ? 'main' : 'plain'}
          small
          keyHint="t"
          busy={acting === 'take'}
          onClick={() => act({ move: 'take' })}
        >
          {say('move.take')}
        </Button>
      )}
      <Opener form="ask" move="ask" keyHint="a" />
      <Opener form="note" move="note" keyHint="n" />
      <Opener form="hand-over" move="hand-over" />
      <Opener form="flag" move="flag" />
      <Opener form="freeze" move="freeze" />
      {takes(page, 'put-back') && (
        <Button small busy={acting === 'put-back'} onClick={() => act({ move: 'put-back' })}>
          {say('move.put-back')}
        </Button>
      )}
      <details class="more" open={open !== undefined && rare.includes(open)}>
        <summary class="btn btn-plain btn-small">{say('head.more')}</summary>
        <div class="btns">
          <Opener form="convert" move="convert" />
          <Opener form="decline" move="decline" />
          <Opener form="close" move="close" />
          <Opener form="reopen" move="reopen" />
          <Opener form="legal-hold" move="legal-hold" />
          <Opener form="end-legal-hold" move="end-legal-hold" />
          <Opener form="power-ended" move="power-ended" />
          <Opener form="erase" move="erase" />
        </div>
      </details>
    </div>
  );
}

type Rare = 'convert' | 'decline' | 'close' | 'legal-hold' | 'end-legal-hold' | 'power-ended' | 'erase';
type Opens = 'ask' | 'note' | 'hand-over' | 'flag' | 'freeze' | 'reopen' | Rare;

const rare: readonly FormName[] = [
  ...(['convert', 'decline', 'close'] satisfies Rare[]),
  ...(['legal-hold', 'end-legal-hold', 'power-ended', 'erase'] satisfies Rare[]),
];
const stops: readonly Opens[] = ['decline', 'close', 'freeze', 'erase'];

/** A button that opens its form, as long as the case takes the move. */
export function Opener({
  form,
  move,
  keyHint,
}: {
  readonly form: FormName;
  readonly move: Opens;
  readonly keyHint?: string;
}) {
  const { page, open, show, hide } = useDesk();
  if (!takes(page, move)) return null;
  const is = open === form;
  return (
    <Button
      small
      kind={stops.includes(move) ? 'danger' : 'plain'}
      expanded={is}
      onClick={() => (is ? hide() : show(form))}
      {...(keyHint !== undefined && { keyHint })}
    >
      {say(`move.${move}`)}
    </Button>
  );
}
