import { useMe } from '../../shell/me.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { CheckForm } from '../moves/check-form.tsx';
import { CameBackForm } from '../moves/guard-forms.tsx';
import { TellForm } from '../moves/tell-form.tsx';
import { inItsStead } from '../model/check-move.ts';
import { lostBy, namedInRequest } from '../model/telling.ts';
import { takes, useDesk } from '../state/context.ts';
import { say } from '../words.ts';
import { CheckFrame, Recorded } from './check-row.tsx';
import type { Check } from './check-row.tsx';

/** An earlier contact of the client file was told; or, when none can be by mail, what a licensed member did in its stead. */
export function EarlierContact({ check }: { readonly check: Check }) {
  const { page, open, show } = useDesk();
  const { state, telling } = check;
  const settled = state === 'passed' || state === 'waiting';
  const action = open !== 'tell-earlier' && takes(page, 'tell-earlier') && (
    <Button small kind={settled ? 'quiet' : 'plain'} onClick={() => show('tell-earlier')}>
      {say(telling === undefined ? 'tell.button' : 'tell.another')}
    </Button>
  );
  return (
    <CheckFrame check={check} action={action}>
      {open === 'tell-earlier' ? <TellForm /> : <Standing check={check} />}
      {telling && open === `came-back:${telling.id}` && <CameBackForm telling={telling.id} />}
      {inItsStead.map((kind) => open === `check:${kind}` && <CheckForm key={kind} kind={kind} />)}
      {state !== 'passed' && takes(page, 'check') && <OtherWays />}
    </CheckFrame>
  );
}

function Standing({ check }: { readonly check: Check }) {
  if (check.telling) return <Telling check={check} telling={check.telling} />;
  if (!check.check) return <p class="told">{say('check.earlier-contact.how')}</p>;
  return (
    <>
      <p class="told">{say(`check.${check.check.kind}.name`)}</p>
      <Recorded check={check.check} />
      <Until check={check} />
    </>
  );
}

function Telling({ check, telling }: { readonly check: Check; readonly telling: NonNullable<Check['telling']> }) {
  const { page, open, show } = useDesk();
  const { id, mailbox, source, name, at } = telling;
  const lost = lostBy(page, telling);
  return (
    <>
      <p class="told">
        {say('telling.told', { mailbox, source })} {name} <Time at={at} short />
      </p>
      {namedInRequest(page, mailbox) && <p class="told warning">{say('telling.in-request')}</p>}
      {lost && <p class="told wrong">{say(`telling.${lost}`)}</p>}
      {check.state === 'waiting' && check.until === undefined && <p class="told">{say('telling.owed')}</p>}
      <Until check={check} />
      {!lost && takes(page, 'came-back') && open !== `came-back:${id}` && (
        <Button small kind="quiet" onClick={() => show(`came-back:${id}`)}>
          {say('came-back.button')}
        </Button>
      )}
    </>
  );
}

/** When their time for a no is over. */
function Until({ check: { until, state } }: { readonly check: Check }) {
  if (until === undefined) return null;
  return (
    <p class="told hold">
      {say(state === 'passed' ? 'telling.over' : 'telling.until')} <Time at={until} />
    </p>
  );
}

/** Nobody can be told by mail, which is usual: the person left. A licensed member says so. */
function OtherWays() {
  const { open, show } = useDesk();
  const { member, members } = useMe();
  const names = members.filter(({ role }) => role === 'licensed').map(({ name }) => name);
  if (member.role !== 'licensed') return <p class="told">{say('ways.licensed', { names: names.join(', ') })}</p>;
  return (
    <div class="ways">
      <p class="told">{say('ways.title')}</p>
      {inItsStead.map(
        (kind) =>
          open !== `check:${kind}` && (
            <Button key={kind} small kind="quiet" onClick={() => show(`check:${kind}`)}>
              {say(`ways.${kind}`)}
            </Button>
          ),
      )}
    </div>
  );
}
