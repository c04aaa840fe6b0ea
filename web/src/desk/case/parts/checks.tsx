import type { CasePage } from '#domain/desk/case-page.ts';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { progressOf } from '../model/next-step.ts';
import { isOfChecks, takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { CheckRow } from './check-row.tsx';
import { EarlierContact } from './earlier-contact.tsx';
import { SecondLook } from './second-look.tsx';

/** Every check with how it stands, who did it, and its form. Folded away once the case is cleared. */
export function Checks() {
  const { page } = useDesk();
  if (page.gate === 'advises') return null;
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
    <details {...(isOfChecks(open) && { open: true })}>
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
  const frozen = page.frozen ? [say('check.frozen.name')] : [];
  return (
    <>
      <p class="hint">{say('clear.why')}</p>
      <List />
      {readyToClear && takes(page, 'clear') ? (
        <Button kind="main" busy={acting === 'clear'} onClick={() => act({ move: 'clear' })}>
          {say('clear.button')}
        </Button>
      ) : (
        <p class="hint">{say('clear.missing', { checks: [...frozen, ...lacking, ...answers].join(', ') })}</p>
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

function Row({ check }: { readonly check: CasePage['checks'][number] }) {
  if (check.kind === 'earlier-contact') return <EarlierContact check={check} />;
  return check.kind === 'second-look' ? <SecondLook check={check} /> : <CheckRow check={check} />;
}
