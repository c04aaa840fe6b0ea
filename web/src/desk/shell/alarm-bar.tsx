import { useEffect, useState } from 'preact/hooks';
import type { Alarms } from '#domain/desk/system-calls.ts';
import { call } from '../api/call.ts';
import { Notice } from '../ui/notice.tsx';
import { useRefresh } from '../ui/refresh.ts';
import { fill } from '../words/fill.ts';
import words from './text/en.json' with { type: 'json' };

const EVERY = 60_000;

/** On every page, until it is mended: what somebody has to look after. A call that fails changes nothing of it. */
export function AlarmBar() {
  const [alarms, setAlarms] = useState<Alarms>();
  const ask = () =>
    void call('system/alarms').then((answer) => {
      if ('ok' in answer) setAlarms(answer.ok);
    });
  useEffect(ask, []);
  useRefresh(ask, EVERY);
  const said = alarms ? saidOf(alarms) : [];
  if (said.length === 0) return null;
  return (
    <Notice tone="bad" title={words['alarms.title']}>
      {said.join(' ')} <a href="/desk/system/">{words['alarms.more']}</a>
    </Notice>
  );
}

const saidOf = ({ mailboxes, noneWell, missing, parked, stuck }: Alarms): string[] => [
  ...(missing ? [words['alarm.missing']] : []),
  ...(noneWell
    ? [words['alarm.none-well']]
    : mailboxes.map(({ mailbox }) => fill(words['alarm.mailbox'], { mailbox }))),
  ...(parked ? [words['alarm.parked']] : []),
  ...(stuck ? [words['alarm.stuck']] : []),
];
