import type { ComponentChildren } from 'preact';
import type { CasePage } from '#domain/desk/case-page.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { dateWords } from '../../ui/clock.ts';
import { Time } from '../../ui/time.tsx';
import { CheckForm } from '../moves/check-form.tsx';
import { isRecorded } from '../model/next-step.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

export type Check = CasePage['checks'][number];

const looks = {
  passed: ['good', 'check'],
  failed: ['bad', 'alert'],
  missing: ['plain', undefined],
  waiting: ['warn', 'clock'],
} as const;

type Frame = {
  readonly check: Check;
  /** What begins it, beside its name. */
  readonly action?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** One check of the list: its name and how it stands, then whatever belongs to it. */
export function CheckFrame({ check: { kind, state }, action, children }: Frame) {
  const [tone, icon] = looks[state];
  return (
    <li class={`check ${state}`}>
      <div class="check-head">
        <span class="check-name">{say(`check.${kind}.name`)}</span>
        <Badge tone={tone} {...(icon && { icon })}>
          {say(`check.${state}`)}
        </Badge>
        {action}
      </div>
      {children}
    </li>
  );
}

/** A mailbox, or a check that a member records by its form. */
export function CheckRow({ check }: { readonly check: Check }) {
  const { page, open, show } = useDesk();
  const { kind, state } = check;
  if (!isRecorded(kind))
    return (
      <CheckFrame check={check}>
        <Told check={check} />
      </CheckFrame>
    );
  const isOpen = open === `check:${kind}`;
  const words = say(state === 'missing' ? 'check.record' : 'check.again');
  const action = !isOpen && takes(page, 'check') && (
    <Button
      small
      kind={state === 'passed' ? 'quiet' : 'plain'}
      label={`${words}: ${say(`check.${kind}.name`)}`}
      onClick={() => show(`check:${kind}`)}
    >
      {words}
    </Button>
  );
  return (
    <CheckFrame check={check} action={action}>
      {isOpen ? <CheckForm kind={kind} /> : <Told check={check} />}
    </CheckFrame>
  );
}

function Told({ check: { kind, state, check, confirmedAt } }: { readonly check: Check }) {
  if (confirmedAt !== undefined)
    return (
      <p class="told">
        <Time at={confirmedAt} short />
      </p>
    );
  if (check) return <Recorded check={check} />;
  return state === 'missing' ? <p class="told">{say(`check.${kind}.how`)}</p> : null;
}

/** What a member recorded: with whom, from where, and when. */
export const Recorded = ({ check }: { readonly check: NonNullable<Check['check']> }) => {
  const { person, source, on, ends, note, name, at } = check;
  return (
    <p class="told">
      {say('check.with', { person, source })} {on !== undefined && say('check.dated', { on: dateWords(on) })}{' '}
      {ends !== undefined && say('check.ending', { ends: dateWords(ends) })} {name} <Time at={at} short />
      {note !== undefined && <q>{note}</q>}
    </p>
  );
};
