import { useMe } from '../../shell/me.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import { UnfreezeForm } from '../moves/guard-forms.tsx';
import { isOver } from '../model/next-step.ts';
import { refusedTelling } from '../model/telling.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** Somebody says that this was not them: above all else, who and when, and what to do now. */
export function Frozen() {
  const { page, open, show } = useDesk();
  const { members } = useMe();
  const { frozen } = page;
  if (!frozen) return null;
  const licensed = members.filter(({ role }) => role === 'licensed').map(({ name }) => name);
  return (
    <section class="frozen" aria-labelledby="frozen-title">
      <h2 id="frozen-title">
        <Icon name="alert" /> {say('frozen.title')}
      </h2>
      <p>
        <WhoSaidSo /> <Time at={frozen.at} />
      </p>
      {frozen.reason !== undefined && <blockquote>{frozen.reason}</blockquote>}
      <ol>
        <li>{say(isOver(page) ? 'frozen.over' : 'frozen.nothing')}</li>
        <li>{say('frozen.call')}</li>
        <li>{say(isOver(page) ? 'frozen.lift.over' : 'frozen.lift', { names: licensed.join(', ') })}</li>
      </ol>
      {open === 'unfreeze' ? (
        <UnfreezeForm />
      ) : (
        takes(page, 'unfreeze') && (
          <Button small onClick={() => show('unfreeze')}>
            {say('unfreeze.button')}
          </Button>
        )
      )}
    </section>
  );
}

function WhoSaidSo() {
  const { page } = useDesk();
  const { name } = page.frozen ?? {};
  if (name !== undefined) return <strong>{say('frozen.by', { name })}</strong>;
  return <strong>{say('frozen.not-us', { mailbox: refusedTelling(page)?.mailbox ?? '' })}</strong>;
}
