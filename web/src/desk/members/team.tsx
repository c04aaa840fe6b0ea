import { useEffect, useState } from 'preact/hooks';
import type { Member } from '#domain/broker/broker.ts';
import type { MemberRow } from '#domain/desk/members.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { useMe } from '../shell/me.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { atWords } from '../ui/clock.ts';
import { ProblemNotice } from '../ui/notice.tsx';
import { fill } from '../words/fill.ts';
import { CodeDialog } from './code-dialog.tsx';
import words from './text/en.json' with { type: 'json' };

type Row = Member & Partial<MemberRow>;
type Doing = { readonly member: Member; readonly how: 'code' | 'reset' };

/** The team. What a licensed member sees of each, and can do for them. */
export function Team() {
  const me = useMe();
  const licensed = me.member.role === 'licensed' && me.with === 'passkey';
  const [rows, setRows] = useState<readonly Row[]>(me.members);
  const [problem, setProblem] = useState<Problem>();
  const [doing, setDoing] = useState<Doing>();
  const ask = async () => {
    const called = await call('members');
    if ('problem' in called) setProblem(called.problem);
    else setRows(called.ok.members);
  };
  useEffect(() => {
    if (licensed) void ask();
  }, []);
  return (
    <section class="card" aria-labelledby="team">
      <h2 id="team">{words.team}</h2>
      <p>{words['team.text']}</p>
      {problem && <ProblemNotice problem={problem} focus={false} />}
      <ul class="team">
        {rows.map((row) => (
          <MemberLine key={row.email} row={row} onDo={licensed ? (how) => setDoing({ member: row, how }) : undefined} />
        ))}
      </ul>
      {doing && (
        <CodeDialog
          {...doing}
          onClose={() => {
            setDoing(undefined);
            void ask();
          }}
        />
      )}
    </section>
  );
}

type MemberLineProps = { readonly row: Row; readonly onDo: ((how: Doing['how']) => void) | undefined };

function MemberLine({ row, onDo }: MemberLineProps) {
  const me = useMe();
  const isMe = row.email === me.member.email;
  return (
    <li>
      <div>
        <b>{row.name}</b> {isMe && <small>({words['team.you']})</small>}{' '}
        <Badge tone={row.role === 'licensed' ? 'info' : 'plain'}>{words[`role.${row.role}`]}</Badge>
        <small>{row.email}</small>
        <small>{standing(row)}</small>
      </div>
      {onDo && (
        <div class="btns">
          <Button small label={fill(words['team.code.label'], { name: row.name })} onClick={() => onDo('code')}>
            {words['team.code']}
          </Button>
          {!isMe && (
            <Button
              small
              kind="danger"
              label={fill(words['team.reset.label'], { name: row.name })}
              onClick={() => onDo('reset')}
            >
              {words['team.reset']}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** How many passkeys somebody has, and what waits or is locked. */
function standing({ passkeys, usedAt, codeUntil, lockedUntil }: Row): string {
  if (passkeys === undefined) return '';
  const at = (time: string) => atWords(Date.parse(time));
  return [
    `${words['team.passkeys']}: ${passkeys}`,
    usedAt && fill(words['team.used'], { when: at(usedAt) }),
    codeUntil && fill(words['team.code-until'], { when: at(codeUntil) }),
    lockedUntil && fill(words['team.locked'], { when: at(lockedUntil) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
