import { useState } from 'preact/hooks';
import { NOBODY } from '#domain/desk/audit-who.ts';
import { call } from '../api/call.ts';
import { useMe } from '../shell/me.tsx';
import { Events } from '../trail/events.tsx';
import { MonthCheck } from '../trail/month-check.tsx';
import { useEvents } from '../trail/use-events.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { TextField } from '../ui/field.tsx';
import { Select } from '../ui/choice.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import words from '../trail/text/en.json' with { type: 'json' };

/** A day in UTC, as the trail counts them. */
const today = (): string => new Date(now()).toISOString().slice(0, 10);

const isDay = (typed: string): boolean => /^\d{4}-\d\d-\d\d$/.test(typed);

/** All that is on record, a day at a time. For licensed members. */
export function Audit() {
  const me = useMe();
  const [day, setDay] = useState(today);
  const [who, setWho] = useState('');
  const { page, problem, busy, more } = useEvents(`${day} ${who}`, (cursor) =>
    call('audit', { query: { day, who, cursor } }),
  );
  return (
    <section class="card" aria-labelledby="audit">
      <h2 id="audit">{words.title}</h2>
      <p>{words.text}</p>
      <div class="pair">
        <TextField label={words.day} type="date" value={day} onType={(typed) => isDay(typed) && setDay(typed)} />
        <Select
          label={words.who}
          value={who}
          onChoose={setWho}
          none={words['who.all']}
          options={[
            ...me.members.map(({ email, name }) => ({ value: email.toLowerCase(), label: name })),
            { value: NOBODY, label: words['who.nobody'] },
          ]}
        />
      </div>
      {problem && <ErrorState problem={problem} onRetry={more} />}
      {!page && !problem && <Skeleton lines={3} />}
      {page && (page.events.length === 0 ? <p>{words.none}</p> : <Events events={page.events} withCase />)}
      {page?.cursor !== undefined && (
        <Button busy={busy} onClick={more}>
          {words.more}
        </Button>
      )}
      <MonthCheck day={day} />
    </section>
  );
}
