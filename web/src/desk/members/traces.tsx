import { useState } from 'preact/hooks';
import type { Traces as Found } from '#domain/desk/traces.ts';
import { call } from '../api/call.ts';
import { errorAt } from '../api/problem.ts';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { atWords } from '../ui/clock.ts';
import { TextField } from '../ui/field.tsx';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { fill } from '../words/fill.ts';
import { typeName } from '../words/types.ts';
import words from './text/traces.en.json' with { type: 'json' };

/** Was it ever here? For a licensed member whom an authority asks, after the case itself went. */
export function Traces() {
  const [q, setQ] = useState('');
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<Problem>();
  const ask = async () => {
    setBusy(true);
    setProblem(undefined);
    setFound(undefined);
    const called = await call('traces', { body: { q } });
    setBusy(false);
    if ('problem' in called) setProblem(called.problem);
    else setFound(called.ok);
  };
  return (
    <section class="card" aria-labelledby="traces">
      <h2 id="traces">{words.title}</h2>
      <p>{words.text}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (q.trim() !== '') void ask();
        }}
      >
        {problem && <ProblemNotice problem={problem} />}
        <TextField
          label={words.label}
          hint={words.hint}
          value={q}
          error={problem && errorAt(problem, 'q')}
          onType={setQ}
        />
        <Button submit busy={busy}>
          {words.go}
        </Button>
      </form>
      {found && <Result found={found} />}
    </section>
  );
}

function Result({ found: { traces } }: { readonly found: Found }) {
  if (traces.length === 0) return <Notice>{words.none}</Notice>;
  const at = (time: string) => atWords(Date.parse(time));
  return (
    <Notice tone="good" title={words.found}>
      <ul>
        {traces.map(({ reference, type, openedAt, forgottenAt, why }) => (
          <li key={`${reference} ${openedAt}`}>
            {fill(words.line, {
              reference,
              type: typeName(type).toLowerCase(),
              from: at(openedAt),
              until: at(forgottenAt),
            })}{' '}
            {words[`why.${why}`]}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
