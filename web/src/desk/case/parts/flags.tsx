import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import { useMe } from '../../shell/me.tsx';
import { UnflagForm } from '../moves/short-forms.tsx';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';

/** What makes a case look risky, and what somebody finds wrong, stands first, before anything else of the case. */
export function Flags() {
  const { page } = useDesk();
  const { flags, risk } = page;
  // What is only not done yet stands among the checks.
  if (flags.length === 0 && risk.level === 'none') return null;
  const loud = flags.length > 0 || risk.level === 'high';
  return (
    <section class={loud ? 'flags' : 'flags calm'} aria-labelledby="flags-title">
      <h2 id="flags-title">
        <Icon name="flag" /> {say(`risk.${flags.length > 0 && risk.level !== 'high' ? 'flagged' : risk.level}`)}
      </h2>
      <ul>
        {risk.reasons.map(({ code, why, do: what, heavy }) => (
          <li key={code} class={heavy ? 'heavy' : undefined}>
            <p>{why}</p>
            <p class="by">{what}</p>
          </li>
        ))}
        {flags.map((flag) => (
          <Raised key={flag.id} flag={flag} />
        ))}
      </ul>
    </section>
  );
}

type Flag = ReturnType<typeof useDesk>['page']['flags'][number];

/** Raised by hand, and lowered with a reason, by who raised it or with a licence. */
function Raised({ flag: { id, at, who, name, reason } }: { readonly flag: Flag }) {
  const { page, open, show } = useDesk();
  const { member } = useMe();
  const mayLower = member.role === 'licensed' || member.email === who;
  return (
    <li>
      <p>{reason}</p>
      <p class="by">
        {say('flags.raised', { name })} <Time at={at} short />
        {mayLower && takes(page, 'unflag') && open !== `unflag:${id}` && (
          <Button small kind="quiet" onClick={() => show(`unflag:${id}`)}>
            {say('flags.lower')}
          </Button>
        )}
      </p>
      {open === `unflag:${id}` && <UnflagForm flag={id} />}
    </li>
  );
}
