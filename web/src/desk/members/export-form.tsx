import { useState } from 'preact/hooks';
import type { Problem } from '../api/problem.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { counted, fill } from '../words/fill.ts';
import { saveAs, wholeList } from './download.ts';
import words from './text/en.json' with { type: 'json' };

type ExportFormProps = {
  readonly list: 'export-cases' | 'export-importers';
  readonly title: string;
  readonly text: string;
  readonly type: 'date' | 'datetime-local';
  readonly from: string;
  readonly to: string;
  /** What was typed as the door takes it; undefined when it is no time. */
  readonly asSent: (typed: string) => string | undefined;
};

/** Two times, and the list between them as a file. */
export function ExportForm({ list, title, text, type, asSent, ...first }: ExportFormProps) {
  const [from, setFrom] = useState(first.from);
  const [to, setTo] = useState(first.to);
  const [rows, setRows] = useState<number>();
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [problem, setProblem] = useState<Problem>();
  const wrong = from > to ? words['exports.wrong'] : undefined;

  const take = async () => {
    const [sentFrom, sentTo] = [asSent(from), asSent(to)];
    if (wrong !== undefined || sentFrom === undefined || sentTo === undefined) return;
    setState('busy');
    setProblem(undefined);
    setRows(0);
    const called = await wholeList(list, { from: sentFrom, to: sentTo }, setRows);
    setState('ok' in called ? 'done' : 'idle');
    if ('problem' in called) setProblem(called.problem);
    else saveAs(`${list.replace('export-', '')}-${from}-${to}.csv`.replaceAll(':', ''), called.ok.csv);
  };

  return (
    <form
      class="export"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <h3>{title}</h3>
      <p class="hint">{text}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="pair">
        <TextField label={words['exports.from']} type={type} value={from} onType={setFrom} />
        <TextField label={words['exports.to']} type={type} value={to} onType={setTo} error={wrong} />
      </div>
      <div class="btns">
        <Button submit busy={state === 'busy'}>
          {words['exports.go']}
        </Button>
        {state === 'busy' && <small>{fill(words['exports.rows'], { n: rows ?? 0 })}</small>}
      </div>
      {state === 'done' && (
        <Notice tone="good">{counted(rows ?? 0, words['exports.done.one'], words['exports.done.several'])}</Notice>
      )}
    </form>
  );
}
