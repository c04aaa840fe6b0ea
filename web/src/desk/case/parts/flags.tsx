import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import { UnflagForm } from '../moves/short-forms.tsx';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What somebody finds wrong stands first, before anything else of the case. */
export function Flags() {
  const { page, open, show } = useDesk();
  if (page.flags.length === 0) return null;
  return (
    <section class="flags" aria-labelledby="flags-title">
      <h2 id="flags-title">
        <Icon name="flag" /> {say('flags.title')}
      </h2>
      <ul>
        {page.flags.map(({ id, at, name, reason }) => (
          <li key={id}>
            <p>{reason}</p>
            <p class="by">
              {say('flags.raised', { name })} <Time at={at} short />
              {takes(page, 'unflag') && open !== `unflag:${id}` && (
                <Button small kind="quiet" onClick={() => show(`unflag:${id}`)}>
                  {say('flags.lower')}
                </Button>
              )}
            </p>
            {open === `unflag:${id}` && <UnflagForm flag={id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
