import { useMe } from '../../shell/me.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { LookForm } from '../moves/look-form.tsx';
import { lookRefusal } from '../model/look.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { CheckFrame } from './check-row.tsx';
import type { Check } from './check-row.tsx';

/** Another member looks at all of it again. Whoever may not now reads why, before any button says no. */
export function SecondLook({ check }: { readonly check: Check }) {
  const { page, open, show } = useDesk();
  const refusal = lookRefusal(page, useMe());
  const isOpen = open === 'look-again';
  const action = !isOpen && refusal === undefined && takes(page, 'look-again') && (
    <Button small kind={check.state === 'passed' ? 'quiet' : 'plain'} onClick={() => show('look-again')}>
      {say('look.button')}
    </Button>
  );
  return (
    <CheckFrame check={check} action={action}>
      {check.check ? <Seen check={check.check} /> : <p class="told">{say('check.second-look.how')}</p>}
      {page.look?.first && <p class="told">{say('look.first', { name: page.look.first.name })}</p>}
      {!check.check && refusal !== undefined && <p class="told warning">{refusal}</p>}
      {isOpen && <LookForm />}
    </CheckFrame>
  );
}

const Seen = ({ check: { name, at, note, solo } }: { readonly check: NonNullable<Check['check']> }) => (
  <p class="told">
    {say('look.by', { name })} <Time at={at} short /> {solo && <Badge>{say('look.solo')}</Badge>}
    {note !== undefined && <q>{note}</q>}
  </p>
);
