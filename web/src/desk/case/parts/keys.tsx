import { useState } from 'preact/hooks';
import type { Me } from '#domain/desk/session.ts';
import { KeysHelp } from '../../ui/keys-help.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Button } from '../../ui/button.tsx';
import { useMe } from '../../shell/me.tsx';
import { beginOf } from '../model/begin.ts';
import { nextStep } from '../model/next-step.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** The page by keyboard: one key for each thing that is done all day. */
export function CaseKeys() {
  const desk = useDesk();
  const { page, act, show } = desk;
  const me = useMe();
  const { member } = me;
  const [help, setHelp] = useState(false);
  useKeys({
    t: takes(page, 'take') && page.assignee !== member.email ? () => act({ move: 'take' }) : undefined,
    a: takes(page, 'ask') ? () => show('ask') : undefined,
    n: takes(page, 'note') ? () => show('note') : undefined,
    c: () => clearOn(desk, me),
    o: takes(page, 'answer') ? () => show('answer') : undefined,
    q: () => location.assign('/desk/'),
    '?': () => setHelp(true),
  });
  return (
    <p class="keys-line">
      <a href="/desk/">{say('keys.queue')}</a>
      <Button small kind="quiet" keyHint="?" onClick={() => setHelp(true)}>
        {say('keys.button')}
      </Button>
      {help && (
        <KeysHelp
          title={say('keys.title')}
          onClose={() => setHelp(false)}
          help={[
            { keys: ['t'], does: say('keys.take') },
            { keys: ['a'], does: say('keys.ask') },
            { keys: ['n'], does: say('keys.note') },
            { keys: ['c'], does: say('keys.clear') },
            { keys: ['o'], does: say('keys.outcome') },
            { keys: ['q'], does: say('keys.queue') },
            { keys: ['?'], does: say('keys.help') },
          ]}
        />
      )}
    </p>
  );
}

/** The next step of the clearance; where there is nothing to begin, the eye goes to why. */
function clearOn(desk: ReturnType<typeof useDesk>, me: Me): void {
  const begin = beginOf(nextStep(desk.page), desk, me);
  if (begin?.key === 'c') begin.go();
  else document.getElementById('next')?.focus();
}
