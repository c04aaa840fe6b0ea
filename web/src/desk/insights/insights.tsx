import { useEffect, useState } from 'preact/hooks';
import type { InsightsPage } from '#domain/desk/insights.ts';
import { call } from '../api/call.ts';
import type { Called } from '../api/call.ts';
import { Button } from '../ui/button.tsx';
import { setNow } from '../ui/clock.ts';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { Time } from '../ui/time.tsx';
import { Outcomes } from './outcomes.tsx';
import { FlaggedChart, RequestsChart } from './requests-chart.tsx';
import { SpreadChart } from './spread-chart.tsx';
import { Tiles } from './tiles.tsx';
import words from './text/en.json' with { type: 'json' };

const windows = ['7', '30', '90'] as const;

/** How the team is doing, over a time that its reader chooses. */
export function Insights() {
  const [days, setDays] = useState<(typeof windows)[number]>('30');
  const [called, setCalled] = useState<Called<InsightsPage>>();
  const ask = () => {
    let wanted = true;
    void call('insights', { query: { days } }).then((answer) => {
      if (!wanted) return;
      if ('ok' in answer) setNow(answer.ok.now);
      setCalled(answer);
    });
    return () => void (wanted = false);
  };
  useEffect(ask, [days]);
  return (
    <>
      <div class="segments" role="group" aria-label={words.window}>
        {windows.map((one) => (
          <Button key={one} small pressed={one === days} onClick={() => setDays(one)}>
            {words[`window.${one}`]}
          </Button>
        ))}
      </div>
      {!called && <Skeleton lines={6} />}
      {called && 'problem' in called && <ErrorState problem={called.problem} onRetry={() => void ask()} />}
      {called && 'ok' in called && <Figures page={called.ok} />}
    </>
  );
}

const Figures = ({ page }: { readonly page: InsightsPage }) => (
  <>
    {page.computedAt === undefined && <Notice>{words['computed.none']}</Notice>}
    <Tiles page={page} />
    <div class="charts">
      <RequestsChart page={page} />
      <FlaggedChart page={page} />
      <SpreadChart page={page} of="toFirstMove" title={words['chart.first-move']} />
      <SpreadChart page={page} of="toOutcome" title={words['chart.outcome']} />
      <Outcomes page={page} />
    </div>
    <p class="sources">
      <small>
        {page.computedAt !== undefined && (
          <>
            {words.computed} <Time at={page.computedAt} />.{' '}
          </>
        )}
        {words.zone} {page.days.some(({ partial }) => partial) && words.partial}
      </small>
    </p>
  </>
);
