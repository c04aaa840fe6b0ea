import { useState } from 'preact/hooks';
import type { TrailFinding } from '#domain/desk/audit.ts';
import type { Called } from '../api/call.ts';
import { Button } from '../ui/button.tsx';
import { now } from '../ui/clock.ts';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { fill } from '../words/fill.ts';
import { checkMonth, daysOf } from './check-month.ts';
import type { MonthCheck as Checked } from './check-month.ts';
import words from './text/en.json' with { type: 'json' };

const monthName = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** Whether the month of a day is whole, asked by hand: it reads all of it. */
export function MonthCheck({ day }: { readonly day: string }) {
  const month = day.slice(0, 7);
  const days = daysOf(month, new Date(now()).toISOString().slice(0, 10));
  const [done, setDone] = useState<number>();
  const [said, setSaid] = useState<{ readonly month: string; readonly of: Called<Checked> }>();
  const check = async () => {
    setSaid(undefined);
    setDone(0);
    const of = await checkMonth(days, setDone);
    setDone(undefined);
    setSaid({ month, of });
  };
  const named = { month: monthName.format(Date.parse(month)) };
  return (
    <div class="export">
      <p class="hint">{fill(words['check.text'], named)}</p>
      <div class="btns">
        <Button busy={done !== undefined} onClick={() => void check()}>
          {words.check}
        </Button>
        {done !== undefined && <small>{fill(words['check.running'], { done, all: days.length })}</small>}
      </div>
      {said?.month === month && <Verdict of={said.of} month={named.month} />}
    </div>
  );
}

function Verdict({ of, month }: { readonly of: Called<Checked>; readonly month: string }) {
  if ('problem' in of) return <ProblemNotice problem={of.problem} />;
  const { entries, findings } = of.ok;
  if (findings.length === 0) return <Notice tone="good">{fill(words['check.whole'], { entries, month })}</Notice>;
  return (
    <Notice tone="bad" title={fill(words['check.wrong'], { month })}>
      <ul>
        {findings.slice(0, MOST_SHOWN).map((finding) => (
          <li key={JSON.stringify(finding)}>{findingWords(finding)}</li>
        ))}
      </ul>
    </Notice>
  );
}

const MOST_SHOWN = 20;

const findingWords = ({ chain, n, to, fault }: TrailFinding): string =>
  `${chain}: ${fill(words[`fault.${fault}`], { n: to === undefined ? n : `${n}–${to}` })}`;
