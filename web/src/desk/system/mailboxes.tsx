import { useState } from 'preact/hooks';
import type { System } from '#domain/desk/system.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { useMe } from '../shell/me.tsx';
import { announce } from '../ui/announce.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

type Mailbox = System['mailboxes'][number];
type MailboxesProps = {
  readonly mailboxes: readonly Mailbox[];
  readonly onChange: (mailboxes: System['mailboxes']) => void;
};

/** Where the team hears of requests. One that failed is written to again when a licensed member says that it works. */
export function Mailboxes({ mailboxes, onChange }: MailboxesProps) {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const used = mailboxes.find(({ state }) => state === 'well')?.mailbox;
  const works = async (mailbox: string) => {
    setBusy(mailbox);
    const called = await call('system/mailbox', { body: { mailbox, is: 'well' } });
    setBusy(undefined);
    setProblem('problem' in called ? called.problem : undefined);
    if ('problem' in called) return;
    onChange(called.ok.mailboxes);
    announce(fill(words['mailbox.works.done'], { mailbox: called.ok.mailboxes.find(isWell)?.mailbox ?? mailbox }));
  };
  return (
    <section class="card" aria-labelledby="mailboxes">
      <h2 id="mailboxes">{words.mailboxes}</h2>
      <p class="hint">{words['mailboxes.text']}</p>
      {problem && <ProblemNotice problem={problem} />}
      <ul class="lines">
        {mailboxes.map((one) => (
          <Line
            key={one.mailbox}
            one={one}
            used={one.mailbox === used}
            busy={busy === one.mailbox}
            onWorks={() => void works(one.mailbox)}
          />
        ))}
      </ul>
    </section>
  );
}

const isWell = ({ state }: Mailbox): boolean => state === 'well';

type LineProps = {
  readonly one: Mailbox;
  readonly used: boolean;
  readonly busy: boolean;
  readonly onWorks: () => void;
};

function Line({ one, used, busy, onWorks }: LineProps) {
  const { mailbox, state, since } = one;
  const licensed = useMe().member.role === 'licensed';
  return (
    <li>
      <span class="what">
        <b>{mailbox}</b> {used && <Badge tone="info">{words['mailbox.used']}</Badge>}
      </span>
      <span>
        <Badge tone={state === 'well' ? 'good' : 'bad'}>{words[`mailbox.${state}`]}</Badge>{' '}
        {since !== undefined && (
          <small>
            {words['mailbox.since']} <Time at={since} short />
          </small>
        )}
      </span>
      {state !== 'well' &&
        (licensed ? (
          <Button small busy={busy} label={fill(words['mailbox.works.label'], { mailbox })} onClick={onWorks}>
            {words['mailbox.works']}
          </Button>
        ) : (
          <small>{words['mailbox.works.licensed']}</small>
        ))}
    </li>
  );
}
