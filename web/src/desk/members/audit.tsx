import { useEffect, useState } from 'preact/hooks';
import type { AuditPage } from '#domain/desk/members.ts';
import { call } from '../api/call.ts';
import type { Problem } from '../api/problem.ts';
import { nameOf, useMe } from '../shell/me.tsx';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { auditWords } from './audit-words.ts';
import words from './text/en.json' with { type: 'json' };

const monthName = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** The last twelve months, this one first: `2026-11`. */
function months(): string[] {
  const today = new Date(now());
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );
}

/** What is on record beside the cases, a month at a time. For licensed members. */
export function Audit() {
  const [month, setMonth] = useState(() => months()[0] ?? '');
  const [page, setPage] = useState<AuditPage>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);

  const ask = async (after?: AuditPage) => {
    setBusy(true);
    setProblem(undefined);
    const called = await call('audit', { query: { month, cursor: after?.cursor } });
    setBusy(false);
    if ('problem' in called) setProblem(called.problem);
    else setPage({ ...called.ok, events: [...(after?.events ?? []), ...called.ok.events] });
  };
  useEffect(() => {
    setPage(undefined);
    void ask();
  }, [month]);

  return (
    <section class="card" aria-labelledby="audit">
      <div class="head">
        <h2 id="audit">{words.audit}</h2>
        <select
          aria-label={words['audit.month']}
          value={month}
          onChange={({ currentTarget: { value } }) => setMonth(value)}
        >
          {months().map((one) => (
            <option key={one} value={one}>
              {monthName.format(Date.parse(one))}
            </option>
          ))}
        </select>
      </div>
      <p>{words['audit.text']}</p>
      {problem && <ErrorState problem={problem} onRetry={() => void ask(page)} />}
      {!page && !problem && <Skeleton lines={3} />}
      {page && <Events page={page} />}
      {page?.cursor !== undefined && (
        <Button busy={busy} onClick={() => void ask(page)}>
          {words['audit.more']}
        </Button>
      )}
    </section>
  );
}

function Events({ page: { events } }: { readonly page: AuditPage }) {
  const me = useMe();
  if (events.length === 0) return <p>{words['audit.none']}</p>;
  return (
    <ul class="audit">
      {events.map((event, at) => (
        <li key={`${event.at} ${at}`}>
          <Time at={event.at} short />
          <b>{event.name}</b>
          <span>{auditWords(event, (email) => nameOf(me, email))}</span>
        </li>
      ))}
    </ul>
  );
}
