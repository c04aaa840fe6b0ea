import type { CasePage } from '#domain/desk/case-page.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { dateWords } from '../../ui/clock.ts';
import { Time } from '../../ui/time.tsx';
import { CheckForm } from '../moves/check-form.tsx';
import { isRecorded, progressOf } from '../model/next-step.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

type Check = CasePage['checks'][number];

/** Every check with how it stands, who did it, and its form. Folded away once the case is cleared. */
export function Checks() {
  const { page } = useDesk();
  return (
    <section class="stage" aria-labelledby="clear-title">
      <h3 id="clear-title">
        {say('clear.title')} <small>{say('clear.progress', progressOf(page))}</small>
      </h3>
      {page.cleared ? <Cleared cleared={page.cleared} /> : <ToClear />}
    </section>
  );
}

function Cleared({ cleared: { name, at } }: { readonly cleared: NonNullable<CasePage['cleared']> }) {
  const { open } = useDesk();
  return (
    <details {...(open?.startsWith('check:') && { open: true })}>
      <summary class="cleared">
        {say('clear.done', { name })} <Time at={at} />
      </summary>
      <List />
    </details>
  );
}

function ToClear() {
  const { page, act, acting } = useDesk();
  const { checks, missing, readyToClear } = page;
  const lacking = checks.filter(({ state }) => state !== 'passed').map(({ kind }) => say(`check.${kind}.name`));
  const answers = missing.length > 0 ? [say('check.answers.name')] : [];
  return (
    <>
      <p class="hint">{say('clear.why')}</p>
      <List />
      {readyToClear && takes(page, 'clear') ? (
        <Button kind="main" busy={acting === 'clear'} onClick={() => act({ move: 'clear' })}>
          {say('clear.button')}
        </Button>
      ) : (
        <p class="hint">{say('clear.missing', { checks: [...lacking, ...answers].join(', ') })}</p>
      )}
    </>
  );
}

const List = () => (
  <ol class="checks">
    {useDesk().page.checks.map((check) => (
      <Row key={check.kind} check={check} />
    ))}
  </ol>
);

const looks = {
  passed: ['good', 'check'],
  failed: ['bad', 'alert'],
  missing: ['plain', undefined],
  waiting: ['plain', undefined],
} as const;

function Row({ check }: { readonly check: Check }) {
  const { page, open, show } = useDesk();
  const { kind, state } = check;
  const [tone, icon] = looks[state];
  const isOpen = isRecorded(kind) && open === `check:${kind}`;
  return (
    <li class={`check ${state}`}>
      <div class="check-head">
        <span class="check-name">{say(`check.${kind}.name`)}</span>
        <Badge tone={tone} {...(icon && { icon })}>
          {say(`check.${state}`)}
        </Badge>
        {isRecorded(kind) && !isOpen && takes(page, 'check') && (
          <Button
            small
            kind={state === 'passed' ? 'quiet' : 'plain'}
            label={`${say(state === 'missing' ? 'check.record' : 'check.again')}: ${say(`check.${kind}.name`)}`}
            onClick={() => show(`check:${kind}`)}
          >
            {say(state === 'missing' ? 'check.record' : 'check.again')}
          </Button>
        )}
      </div>
      {!isOpen && <Told check={check} />}
      {isOpen && isRecorded(kind) && <CheckForm kind={kind} />}
    </li>
  );
}

function Told({ check: { kind, state, check, confirmedAt } }: { readonly check: Check }) {
  if (confirmedAt !== undefined)
    return (
      <p class="told">
        <Time at={confirmedAt} short />
      </p>
    );
  if (!check) return state === 'missing' ? <p class="told">{say(`check.${kind}.how`)}</p> : null;
  const { person, source, on, note, name, at } = check;
  return (
    <p class="told">
      {say('check.with', { person, source })} {on !== undefined && say('check.dated', { on: dateWords(on) })} {name}{' '}
      <Time at={at} short />
      {note !== undefined && <q>{note}</q>}
    </p>
  );
}
