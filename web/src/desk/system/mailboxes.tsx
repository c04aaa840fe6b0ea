import { useState } from 'preact/hooks';
import type { System } from '#domain/desk/system.ts';
import type { MailboxCalled } from '#domain/desk/system-calls.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { useMe } from '../shell/me.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { Time } from '../ui/time.tsx';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

type Mailbox = System['mailboxes'][number];
type MailboxesProps = {
  readonly mailboxes: readonly Mailbox[];
  readonly onChange: (mailboxes: System['mailboxes']) => void;
  /** Letters are owed now that were put aside: the rest of the page is old. */
  readonly onAgain: () => void;
};

/** Where the team hears of requests. One that failed is written to again when a licensed member says that it works. */
export function Mailboxes({ mailboxes, onChange, onAgain }: MailboxesProps) {
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [done, setDone] = useState<string>();
  const used = mailboxes.find(({ state }) => state === 'well')?.mailbox;
  // In a box of its own: what the page says on top changes in the same moment, and would be spoken in its place.
  const works = async (mailbox: string) => {
    setBusy(mailbox);
    const called = await call('system/mailbox', { body: { mailbox, is: 'well' } });
    setBusy(undefined);
    setProblem('problem' in called ? called.problem : undefined);
    if ('problem' in called) return;
    onChange(called.ok.mailboxes);
    setDone(worksWords(called.ok, mailbox));
    if (called.ok.again > 0) onAgain();
  };
  return (
    <section class="card" aria-labelledby="mailboxes">
      <h2 id="mailboxes">{words.mailboxes}</h2>
      <p class="hint">{words['mailboxes.text']}</p>
      {problem && <ProblemNotice problem={problem} />}
      {done !== undefined && <Notice tone="good">{done}</Notice>}
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

function worksWords({ mailboxes, again: n }: MailboxCalled, given: string): string {
  const done = fill(words['mailbox.works.done'], { mailbox: mailboxes.find(isWell)?.mailbox ?? given });
  if (n === 0) return done;
  return `${done} ${fill(words[`mailbox.works.again.${n === 1 ? 'one' : 'several'}`], { n })}`;
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
